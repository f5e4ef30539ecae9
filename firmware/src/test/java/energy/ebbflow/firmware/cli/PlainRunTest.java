package energy.ebbflow.firmware.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import picocli.CommandLine;

/** The quick way through plain arguments and the whole command line understand the same. */
class PlainRunTest {
  static final List<List<String>> PLAIN =
      List.of(
          List.of("run"),
          List.of("run", "--loopback"),
          List.of("run", "--board", "a/b c.toml", "--data", "/var/lib/x", "--events", "-"),
          List.of("run", "--speed", "20", "--epoch-millis", "1789000000000", "--events", "e.jsonl"),
          List.of("run", "--interface", "eth1", "--interface", "2=eth2"),
          List.of("run", "--option", "soc=40", "--option", "x=a=b", "--option", "soc=50"),
          List.of(
              "run", "--ocpp-url", "wss://cpo.example/ocpp", "--identity", "CS 1", "--loopback"),
          List.of("run", "--tls", "required", "--pki", "keys", "--keylog", "k.log"));

  static final List<List<String>> NOT_PLAIN =
      List.of(
          List.of(),
          List.of("--help"),
          List.of("board", "check", "x.toml"),
          List.of("run", "--help"),
          List.of("run", "--board"),
          List.of("run", "--board", "--loopback"),
          List.of("run", "--board=x.toml"),
          List.of("run", "--unknown", "x"),
          List.of("run", "x.toml"),
          List.of("run", "--speed", "1.5"),
          List.of("run", "--speed", "1", "--speed", "2"),
          List.of("run", "--epoch-millis", "-5"),
          List.of("run", "--epoch-millis", "99999999999999999999"),
          List.of("run", "--option", "soc"),
          List.of("run", "--identity", "\"CS\""),
          List.of("run", "--data", "@file"),
          List.of("run", "--loopback", "--loopback"));

  @ParameterizedTest
  @FieldSource("PLAIN")
  void theSameIsUnderstood(List<String> arguments) throws UsageException {
    String[] given = arguments.toArray(String[]::new);
    RunCommand whole = new RunCommand();
    new CommandLine(whole).parseArgs(arguments.subList(1, arguments.size()).toArray(String[]::new));
    assertEquals(whole.options(), RunCommand.plain(given).orElseThrow().options());
  }

  @ParameterizedTest
  @FieldSource("NOT_PLAIN")
  void whatIsNotPlainGoesTheLongWay(List<String> arguments) {
    assertTrue(RunCommand.plain(arguments.toArray(String[]::new)).isEmpty());
  }

  @Test
  void theValuesAreTaken() throws UsageException {
    RunOptions options =
        RunCommand.plain("run", "--epoch-millis", "12", "--speed", "3", "--loopback")
            .orElseThrow()
            .options();
    assertEquals(OptionalLong.of(12), options.epochMillis());
    assertEquals(3, options.speed());
    assertEquals(new RunOptions.VehicleLink.Loopback(), options.vehicleLink());
  }
}
