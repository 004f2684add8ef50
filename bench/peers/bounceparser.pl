# Drives Mail::DeliveryStatus::BounceParser; its standard reasons in our labels:
use strict;
use warnings;
use Time::HiRes 'time';
use Mail::DeliveryStatus::BounceParser;

my %cause = (
    user_unknown      => 'user_unknown',
    user_disabled     => 'mailbox_disabled',
    over_quota        => 'mailbox_full',
    domain_error      => 'domain_not_found,host_unreachable_or_timeout',
    host_unknown      => 'domain_not_found',
    spam              => 'spam_content,ip_blocklisted_or_bad_reputation,policy_rejection',
    message_too_large => 'message_too_big',
);

my ($folder) = @ARGV;
my %messages = map { open(my $in, '<', $_) or die $!; local $/; ($_ => scalar <$in>) } sort glob("$folder/*.eml");

sub decode { return eval { Mail::DeliveryStatus::BounceParser->new($_[0]) } }

$| = 1;
print 'name Mail::DeliveryStatus::BounceParser ', Mail::DeliveryStatus::BounceParser->VERSION, "\n";
for my $file (sort keys %messages) {
    my $found = decode($messages{$file});
    my ($name) = $file =~ m{([^/]+)\z};
    my ($report) = $found && $found->is_bounce ? $found->reports : ();
    my $code = $report ? $report->get('smtp_code') || '' : '';
    my $class = $code =~ /\A([45])/ ? $1 : '';
    my $reason = $report ? $report->get('std_reason') || '' : '';
    print "read $name ", !$report ? 'none' : $class eq '5' ? 'permanent' : $class eq '4' ? 'temporary' : '-',
        ' ', $cause{$reason} || '-', "\n";
}
for my $seconds (2, 10) {
    my ($start, $count) = (time, 0);
    while (time - $start < $seconds) { decode($_), $count++ for values %messages }
    printf "messages %.1f\n", $count / (time - $start) if $seconds == 10;
}
