package energy.ebbflow.simulator.bench.ocpp;

import com.fasterxml.jackson.databind.JsonNode;
import energy.ebbflow.simulator.bench.office.Answers;
import energy.ebbflow.simulator.bench.office.Office;
import energy.ebbflow.simulator.bench.session.LoopingVehicle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * From the back office's SetChargingProfile to the response of the charge loop that carries the new
 * limit, at the real firmware, while it fetches an image and sends its log again and again.
 */
final class SetpointRun implements Office.Clerk {
  private static final int WATTS_MIN = 3_000;
  private static final int WATTS_STEP = 700;
  private static final int LIMITS = 13;

  /** The vehicle's numbers have one digit behind the point; a limit is told to half a percent. */
  private static final double SHARE = 0.005;

  /** A limit that has not come by then counts as never. */
  private static final long GIVE_UP_NANOS = 10_000_000_000L;

  private static final int PERIOD_MILLIS = 100;
  private static final long BETWEEN_NANOS = 300_000_000L;
  private static final long FIRST_NANOS_MAX = 60_000_000_000L;

  private final FileHost files;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Optional<Office.Line> station = Optional.empty();
  private volatile long sentNanos;
  private volatile String refused = "";

  private SetpointRun(FileHost files) {
    this.files = files;
  }

  /**
   * What was measured.
   *
   * @param nanos one for each set-point that came
   * @param missed set-points that did not come within 10 s
   * @param imageBytes fetched meanwhile
   * @param logs sent meanwhile
   */
  record Outcome(List<Double> nanos, int missed, long imageBytes, long logs) {
    Outcome {
      nanos = List.copyOf(nanos);
    }
  }

  /** Measures so many set-points. */
  static Outcome measure(
      List<String> program, Path folder, Path pki, int samples, Consumer<String> progress)
      throws IOException {
    Path installer = folder.resolve("installer");
    Files.writeString(installer, "#!/bin/sh\nexit 0\n");
    Files.setPosixFilePermissions(installer, PosixFilePermissions.fromString("rwx------"));
    Path board = folder.resolve("board.toml");
    Files.writeString(board, BOARD.formatted(installer));
    try (FileHost files = FileHost.open()) {
      SetpointRun run = new SetpointRun(files);
      try (Office office = Office.open("ocpp2.1", run);
          LoopingVehicle vehicle =
              LoopingVehicle.start(
                  program,
                  List.of("--board", board.toString(), "--ocpp-url", office.url()),
                  folder,
                  pki)) {
        return run.measure(vehicle, samples, progress);
      }
    }
  }

  private Outcome measure(LoopingVehicle vehicle, int samples, Consumer<String> progress)
      throws IOException {
    long giveUp = System.nanoTime() + FIRST_NANOS_MAX;
    while (station.isEmpty()) {
      vehicle.turn();
      if (System.nanoTime() - giveUp > 0) {
        throw new IOException("the station has no link to the back office");
      }
    }
    orderImage();
    orderLog();
    long image = files.imageBytes();
    long logs = files.logs();
    Random random = new Random(samples);
    List<Double> nanos = new ArrayList<>();
    int missed = 0;
    for (int i = 0; i < samples; i++) {
      double watts = WATTS_MIN + WATTS_STEP * (i % LIMITS);
      order(random, watts);
      Optional<Double> took = awaitLimit(vehicle, watts);
      took.ifPresent(nanos::add);
      missed += took.isEmpty() ? 1 : 0;
      if (!refused.isEmpty()) {
        throw new IOException("the station refused a charging profile: " + refused);
      }
      progress.accept("set-point " + (i + 1) + " of " + samples);
      long next = System.nanoTime() + BETWEEN_NANOS;
      while (System.nanoTime() - next < 0) {
        vehicle.turn();
      }
    }
    return new Outcome(nanos, missed, files.imageBytes() - image, files.logs() - logs);
  }

  /** The moment has nothing to do with the vehicle's rhythm. */
  private void order(Random random, double watts) {
    sentNanos = 0;
    Office.Line line = station.orElseThrow();
    line.later(
        random.nextInt(PERIOD_MILLIS),
        () -> {
          sentNanos = System.nanoTime();
          line.call("SetChargingProfile", profile(watts), this::answered);
        });
  }

  private void answered(Optional<JsonNode> answer) {
    String status = answer.map(a -> a.path("status").asText()).orElse("an error");
    if (!status.equals("Accepted")) {
      refused = status + answer.map(a -> " " + a).orElse("");
    }
  }

  private static String profile(double watts) {
    return "{\"evseId\":1,\"chargingProfile\":{\"id\":1,\"stackLevel\":1,"
        + "\"chargingProfilePurpose\":\"TxDefaultProfile\",\"chargingProfileKind\":\"Absolute\","
        + "\"chargingSchedule\":[{\"id\":1,\"chargingRateUnit\":\"W\",\"startSchedule\":\""
        + Instant.now().truncatedTo(ChronoUnit.SECONDS)
        + "\",\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"limit\":"
        + watts
        + "}]}]}}";
  }

  private Optional<Double> awaitLimit(LoopingVehicle vehicle, double watts) throws IOException {
    long giveUp = System.nanoTime() + GIVE_UP_NANOS;
    while (System.nanoTime() - giveUp < 0) {
      double told = vehicle.turn();
      long now = System.nanoTime();
      long sent = sentNanos;
      if (sent != 0 && Math.abs(told - watts) <= SHARE * watts) {
        return Optional.of((double) (now - sent));
      }
    }
    return Optional.empty();
  }

  /** Fetched at once, installed some day: the next order replaces it. */
  private void orderImage() {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    call(
        "UpdateFirmware",
        "\"firmware\":{\"location\":\""
            + files.url("/image")
            + "\",\"retrieveDateTime\":\""
            + now
            + "\",\"installDateTime\":\""
            + now.plus(1, ChronoUnit.DAYS)
            + "\"}");
  }

  private void orderLog() {
    call(
        "GetLog",
        "\"logType\":\"DiagnosticsLog\",\"log\":{\"remoteLocation\":\""
            + files.url("/logs/")
            + "\"}");
  }

  private void call(String action, String fields) {
    station.ifPresent(
        line ->
            line.call(
                action,
                "{\"requestId\":" + requests.incrementAndGet() + "," + fields + "}",
                _ -> {}));
  }

  @Override
  public void opened(Office.Line line) {}

  @Override
  public Optional<String> asked(Office.Line line, String action, JsonNode payload) {
    switch (action) {
      case "StatusNotification" -> station = Optional.of(line);
      case "FirmwareStatusNotification" -> {
        String status = payload.path("status").asText();
        if (status.equals("InstallScheduled") || status.equals("DownloadFailed")) {
          orderImage();
        }
      }
      case "LogStatusNotification" -> {
        String status = payload.path("status").asText();
        if (status.equals("Uploaded") || status.equals("UploadFailure")) {
          orderLog();
        }
      }
      default -> {}
    }
    return Optional.of(Answers.agreeing(line.subprotocol(), action, Instant.now()));
  }

  private static final String BOARD =
      """
      name = "OCPP benchmark"
      driver = "simulated"

      [[evse]]
      id = 1
      evse_id = "DE*EBB*E0001*1"
      kind = "dc"
      connector = "ccs2"
      cable = "tethered"
      cable_amps_max = 80
      contactor_amps_max = 80
      fuse_amps_max = 40
      phases = 3
      volts_nominal = 230

      [evse.dc]
      volts_min = 150
      volts_max = 500
      charge_amps_max = 60
      charge_watts_max = 20000
      discharge_amps_max = 60
      discharge_watts_max = 20000

      [ocpp]
      identity = "EBBFLOW-SETPOINT"
      installer = "%s"

      [iso15118]
      tls = "required"

      [energy]
      discharge = "everybody"

      [firmware]
      auto_authorise_token = "04A1B2C3D4"
      stand_alone = "everybody"
      silence_seconds = 3
      """;
}
