package energy.ebbflow.simulator.ev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.DatagramSocket;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EvCommandTest {
  // Wrong usage is one line that says what was expected, and exit code 2.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--vehicle nothing | bpt-dc",
        "--scenario nothing | expected a scenario",
        "--scenario din --script x.toml | expected --scenario or --script",
        "--speed 0 | --speed expects 0.1 to 1000",
        "--speed fast | --speed",
        "--tls | --tls expects --pki",
        "--pki /nowhere/at/all | --pki expects a folder",
        "--interface eth0 --loopback | got both",
        "--interface nosuch0 | --interface expects one of",
        "--events file | --events expects -",
        "--script /nowhere/at/all.toml | all.toml",
        "--nonsense | --nonsense",
      })
  void wrongUsageIsOneLineAndCodeTwo(String arguments, String said) {
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(new EvCommand())
            .setErr(new PrintWriter(err, true))
            .setParameterExceptionHandler(
                (e, args) -> {
                  e.getCommandLine().getErr().println(e.getMessage());
                  return 2;
                })
            .execute(arguments.strip().split(" "));
    assertEquals(2, code, err.toString());
    assertTrue(err.toString().contains(said.strip()), err.toString());
    assertEquals(1, err.toString().lines().count(), err.toString());
  }

  // Nobody answers, and without a cable nothing else will come: no vehicle that waits for ever.
  @Test
  @Timeout(60)
  void leavesWhereThereIsNoCharger() throws Exception {
    int nobody;
    try (DatagramSocket free = new DatagramSocket(0, InetAddress.getByName("::1"))) {
      nobody = free.getLocalPort();
    }
    int code =
        new CommandLine(new EvCommand())
            .execute("--loopback", "--sdp-port", "" + nobody, "--no-tls", "--speed", "60");
    assertEquals(1, code);
  }

  @Test
  void helpNamesEveryOption() {
    String help = new CommandLine(new EvCommand()).getUsageMessage();
    for (String option :
        new String[] {
          "--vehicle",
          "--script",
          "--scenario",
          "--cable",
          "--interface",
          "--loopback",
          "--[no-]tls",
          "--pki",
          "--speed",
          "--epoch-millis",
          "--events"
        }) {
      assertTrue(help.contains(option), option + " is missing in\n" + help);
    }
  }
}
