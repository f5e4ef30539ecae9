package energy.ebbflow.simulator.mcu.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.hal.serial.PseudoTerminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three real processes as a user starts them: the reference microcontroller on a pseudo-terminal,
 * the firmware on that port with a board file, and a vehicle on the microcontroller's cable.
 */
@Timeout(120)
class McuProcessesTest {
  /** 200 ms of silence, 20 ms of the contactor, and two ticks. */
  private static final double OPEN_SECONDS_MAX = 0.25;

  private static final Path BOARD =
      Path.of("..", "board-configs", "ac-22kw-bidirectional-mcu.toml");

  @TempDir private Path folder = Path.of("");
  private final List<Process> processes = new ArrayList<>();
  private final List<String> seen = new ArrayList<>();

  private Process start(String log, String main, List<String> arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (!log.isEmpty()) {
      builder.redirectOutput(folder.resolve(log).toFile());
    }
    Process process = builder.start();
    processes.add(process);
    return process;
  }

  private Process vehicle(String log, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(log + ".toml"), script);
    return start(
        log,
        "energy.ebbflow.simulator.Main",
        List.of(
            "ev",
            "--vehicle",
            "ac-three-phase",
            "--script",
            file.toString(),
            "--cable",
            cable(),
            "--loopback"));
  }

  private String cable() {
    return folder.resolve("cable").toString();
  }

  @AfterEach
  void endWhatWasStarted() throws InterruptedException {
    for (Process process : processes) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Reads the microcontroller's lines up to one; its time in seconds. */
  private double await(BufferedReader lines, String what, Predicate<String> wanted)
      throws IOException {
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      seen.add(text);
      if (wanted.test(text)) {
        return Double.parseDouble(text.strip().split(" +", 2)[0]);
      }
    }
    throw new AssertionError("the microcontroller ended before " + what + ": " + seen + logs());
  }

  private String logs() throws IOException {
    return Files.exists(folder.resolve("run.log"))
        ? Files.readString(folder.resolve("run.log"))
        : "";
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /**
   * The shipped board, for a vehicle that charges by duty cycle and a station that stands alone.
   */
  private Path board() throws IOException {
    return Files.writeString(
        folder.resolve("board.toml"),
        Files.readString(BOARD)
            + """

            [iso15118]
            enabled = false

            [firmware]
            stand_alone = "everybody"
            """);
  }

  @Test
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void theMicrocontrollerUnpluggedWhileChargingOpensAndTheNextVehicleIsCharged() throws Exception {
    Assumptions.assumeTrue(PseudoTerminal.available(), "this machine has no pseudo-terminals");
    String port = folder.resolve("mcu").toString();
    String meterPort = Integer.toString(freePort());
    Process mcu =
        start(
            "",
            "energy.ebbflow.simulator.Main",
            List.of("mcu", "--pty", port, "--cable", cable(), "--meter-port", meterPort));
    PrintWriter events = new PrintWriter(mcu.outputWriter(), true);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(mcu.getInputStream(), StandardCharsets.UTF_8))) {
      await(lines, "its supply", text -> text.contains("pilot -12 V, vehicle at -12 V"));
      start(
          "run.log",
          "energy.ebbflow.firmware.Main",
          List.of(
              "run",
              "--board",
              board().toString(),
              "--data",
              folder.resolve("data").toString(),
              "--option",
              "port=" + port,
              "--option",
              "meter_at=tcp:127.0.0.1:" + meterPort,
              "--loopback"));
      await(lines, "the first signal", text -> text.contains("pilot +12 V"));
      Process first = vehicle("first.log", "");
      await(lines, "the first charge", text -> text.contains("contactors closed"));

      events.println("unplug");
      double pulled = await(lines, "the pull", text -> text.contains("line is unplugged"));
      double open = await(lines, "opened contactors", text -> text.contains("contactors open"));
      assertTrue(open - pulled < OPEN_SECONDS_MAX, "opened after " + (open - pulled) + " s");
      await(lines, "the unlocked plug", text -> text.contains("plug free"));
      // The vehicle leaves when its plug is let go.
      first.waitFor();
      assertTrue(logs().contains("fault ebbflow.SafetyControllerLost: serial line broken"), logs());

      events.println("plug");
      await(lines, "service again", text -> text.contains("pilot +12 V"));
      assertTrue(logs().contains("serial line open again"), logs());
      Process second = vehicle("second.log", "[user]\nunplug_after_seconds = 20\n");
      await(lines, "the second charge", text -> text.contains("contactors closed"));
      await(lines, "the end of the second charge", text -> text.contains("contactors open"));
      assertEquals(0, second.waitFor(), Files.readString(folder.resolve("second.log")));
      assertTrue(logs().contains("fault over: ebbflow.SafetyControllerLost"), logs());
      assertFalse(logs().contains("EVSEContactorFault"), logs());
    }
  }
}
