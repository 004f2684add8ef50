import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Lints the chart and renders it in each way that values.yaml tells of, by Helm itself, and holds
 * what comes out against what docs/operations.md promises. Run by bin/chart.
 */
public final class ChartCheck {

  private static final Path CHART = Path.of("deploy", "helm", "smtpbot");

  private ChartCheck() {}

  public static void main(String[] args) {
    LintResult lint = new Helm(CHART).lint().call();
    lint.getMessages().forEach(System.out::println);
    hold(!lint.isFailed(), "lint");

    for (String platform : List.of("slack", "discord")) {
      Map<String, Map<String, Object>> made = render(release(platform));
      hold(
          made.keySet().equals(Set.of("ServiceAccount", "Deployment", "NetworkPolicy")),
          "kinds: " + made.keySet());
      safe(made.get("Deployment"));
      hold(at(made.get("NetworkPolicy"), "spec", "ingress").equals(List.of()), "nobody gets in");
      hold(ports(made.get("NetworkPolicy"), "egress").equals(Set.of("53", "443")), "what goes out");
    }

    Map<String, Map<String, Object>> http =
        render(
            release("slack")
                .set("http.enabled", true)
                .set("replicaCount", 3)
                .set("settings.SMTPBOT_DATABASE", "jdbc:postgresql://db/smtpbot"));
    hold(
        http.keySet()
            .equals(
                Set.of(
                    "ServiceAccount",
                    "Deployment",
                    "NetworkPolicy",
                    "Service",
                    "PodDisruptionBudget")),
        "kinds: " + http.keySet());
    safe(http.get("Deployment"));
    hold(ports(http.get("NetworkPolicy"), "ingress").equals(Set.of("http")), "who gets in");
    hold(
        ports(http.get("NetworkPolicy"), "egress").equals(Set.of("53", "443", "5432")),
        "what goes out, with a database");
    hold(env(http.get("Deployment")).contains("SMTPBOT_SLACK_MODE=http"), "mode");

    refused("two copies on Discord", release("discord").set("replicaCount", 2));
    refused("another platform", release("teams"));
    refused("no secret", release("slack").set("existingSecret", ""));
    refused("an unknown value", release("slack").set("replicas", 2));
    System.out.println("The chart is well.");
  }

  private static TemplateCommand release(String platform) {
    return new Helm(CHART)
        .template()
        .withName("bot")
        .withKubeVersion("1.25.0")
        .set("platform", platform)
        .set("image.repository", "example.com/smtpbot-" + platform)
        .set("existingSecret", "smtpbot");
  }

  private static Map<String, Map<String, Object>> render(TemplateCommand command) {
    Map<String, Map<String, Object>> made = new HashMap<>();
    Load load = new Load(LoadSettings.builder().build());
    for (Object document : load.loadAllFromString(command.call())) {
      if (document instanceof Map<?, ?>) {
        made.put((String) at(document, "kind"), map(document));
      }
    }
    return made;
  }

  private static void refused(String what, TemplateCommand command) {
    try {
      command.call();
    } catch (RuntimeException e) {
      return;
    }
    hold(false, what + " should be refused");
  }

  private static void safe(Map<String, Object> deployment) {
    Object pod = at(deployment, "spec", "template", "spec");
    Object container = ((List<?>) at(pod, "containers")).get(0);
    hold(Boolean.FALSE.equals(at(pod, "automountServiceAccountToken")), "no token of Kubernetes'");
    hold(Boolean.TRUE.equals(at(pod, "securityContext", "runAsNonRoot")), "not root");
    hold("RuntimeDefault".equals(at(pod, "securityContext", "seccompProfile", "type")), "seccomp");
    Object rights = at(container, "securityContext");
    hold(Boolean.TRUE.equals(at(rights, "readOnlyRootFilesystem")), "read-only");
    hold(Boolean.FALSE.equals(at(rights, "allowPrivilegeEscalation")), "no new rights");
    hold(List.of("ALL").equals(at(rights, "capabilities", "drop")), "no capabilities");
    for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
      hold("metrics".equals(at(container, probe, "httpGet", "port")), probe);
    }
    hold("/health/ready".equals(at(container, "readinessProbe", "httpGet", "path")), "ready");
    hold(at(container, "resources", "limits", "memory") != null, "a limit of memory");
    hold(env(deployment).contains("SMTPBOT_METRICS_PORT=9464"), "the port of the probes");
    Object secret = ((List<?>) at(container, "envFrom")).get(0);
    hold("smtpbot".equals(at(secret, "secretRef", "name")), "the secret");
  }

  private static List<String> env(Map<String, Object> deployment) {
    List<?> containers = (List<?>) at(deployment, "spec", "template", "spec", "containers");
    List<String> settings = new ArrayList<>();
    for (Object setting : (List<?>) at(containers.get(0), "env")) {
      settings.add(at(setting, "name") + "=" + at(setting, "value"));
    }
    return settings;
  }

  private static Set<String> ports(Map<String, Object> policy, String way) {
    Set<String> ports = new TreeSet<>();
    for (Object rule : (List<?>) at(policy, "spec", way)) {
      for (Object port : (List<?>) at(rule, "ports")) {
        ports.add(String.valueOf(at(port, "port")));
      }
    }
    return ports;
  }

  private static Object at(Object from, String... path) {
    Object found = from;
    for (String name : path) {
      found = found == null ? null : map(found).get(name);
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static void hold(boolean holds, String what) {
    if (!holds) {
      System.err.println("The chart is not as promised: " + what);
      System.exit(1);
    }
  }
}
