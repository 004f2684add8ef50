# Drives Sisimai: what it decodes of a message, and its word for the cause, which is the corpus's too.
use strict;
use warnings;
use Time::HiRes 'time';
use Sisimai;

my ($folder) = @ARGV;
my %messages = map { open(my $in, '<', $_) or die $!; local $/; ($_ => scalar <$in>) } sort glob("$folder/*.eml");

sub decode { my $text = $_[0]; return Sisimai->make(\$text, delivered => 1) }

$| = 1;
print "name Sisimai $Sisimai::VERSION\n";
for my $file (sort keys %messages) {
    my $found = decode($messages{$file});
    my ($name) = $file =~ m{([^/]+)\z};
    my $one = $found ? $found->[0] : undef;
    my $class = $one ? substr($one->deliverystatus || $one->replycode || '-', 0, 1) : '';
    my $failed = $one && $one->reason !~ /\A(?:feedback|vacation)\z/;
    print "read $name ",
        !$failed ? 'none' : $class eq '5' ? 'permanent' : $class eq '4' ? 'temporary' : '-',
        $failed ? ' =' . $one->reason : ' -', "\n";
}
for my $seconds (2, 10) {
    my ($start, $count) = (time, 0);
    while (time - $start < $seconds) { decode($_), $count++ for values %messages }
    printf "messages %.1f\n", $count / (time - $start) if $seconds == 10;
}
