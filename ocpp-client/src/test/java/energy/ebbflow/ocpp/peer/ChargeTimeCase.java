package energy.ebbflow.ocpp.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import energy.ebbflow.ocpp.domain.IdToken;
import energy.ebbflow.ocpp.domain.MeterSample;
import energy.ebbflow.ocpp.domain.StationEvent;
import energy.ebbflow.ocpp.domain.StationEvent.Transaction.Kind;
import energy.ebbflow.ocpp.errand.FirmwareInstaller;
import energy.ebbflow.ocpp.errand.StationPorts;
import energy.ebbflow.ocpp.json.WireVersion;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.transport.LinkClock;
import eu.chargetime.ocpp.model.core.BootNotificationRequest;
import eu.chargetime.ocpp.model.core.ChargePointStatus;
import eu.chargetime.ocpp.model.core.ChargingProfile;
import eu.chargetime.ocpp.model.core.ChargingProfileKindType;
import eu.chargetime.ocpp.model.core.ChargingProfilePurposeType;
import eu.chargetime.ocpp.model.core.ChargingRateUnitType;
import eu.chargetime.ocpp.model.core.ChargingSchedule;
import eu.chargetime.ocpp.model.core.ChargingSchedulePeriod;
import eu.chargetime.ocpp.model.core.MeterValuesRequest;
import eu.chargetime.ocpp.model.core.StartTransactionRequest;
import eu.chargetime.ocpp.model.core.StatusNotificationRequest;
import eu.chargetime.ocpp.model.remotetrigger.TriggerMessageConfirmation;
import eu.chargetime.ocpp.model.remotetrigger.TriggerMessageRequest;
import eu.chargetime.ocpp.model.remotetrigger.TriggerMessageRequestType;
import eu.chargetime.ocpp.model.remotetrigger.TriggerMessageStatus;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;

/** A station of 1.6 before the back office of {@code eu.chargetime.ocpp}. */
abstract class ChargeTimeCase {
  static final String PASSWORD = "0123456789abcdef";
  static final byte[] IMAGE = {1, 2, 3};
  static final int ROOM = 1_000;

  @TempDir Path folder = Path.of("");

  final BlockingQueue<BackOfficeCommand> commands = new ArrayBlockingQueue<>(ROOM);
  final BlockingQueue<String> errors = new ArrayBlockingQueue<>(ROOM);
  final BlockingQueue<byte[]> installed = new ArrayBlockingQueue<>(ROOM);

  /** Takes every image. */
  private final class Installer implements FirmwareInstaller {
    @Override
    public boolean install(Path image) throws java.io.IOException {
      return !installed.add(Files.readAllBytes(image));
    }

    @Override
    public void confirm() {}

    @Override
    public void rollBack() {}
  }

  OcppBackOffice open(ChargeTimeOffice office, Optional<String> password) {
    OcppConfig.Builder config =
        OcppConfig.builder(
                URI.create("ws://127.0.0.1:" + office.port + "/ocpp"),
                "EB01",
                folder.resolve("link.db"))
            .versions(WireVersion.V21, WireVersion.V16)
            .station("Ebbflow", "Bench", "S1", "0.1.0")
            .outlets(new Outlet("cCCS2", true, new Electrical(400, 1, 22_000, 22_000)));
    password.ifPresent(config::basicAuthPassword);
    return OcppBackOffice.open(
        config.build(),
        LinkClock.system(),
        (direction, type, id, action, payload) -> {
          if (type.endsWith("ERROR") || type.equals("GARBAGE")) {
            errors.add(direction + " " + type + " " + action + " " + payload);
          }
        },
        new StationPorts(
            Optional.of(new Installer()),
            Optional.of(
                (from, to, out) -> out.write("a line\n".getBytes(StandardCharsets.UTF_8)))));
  }

  /** Starts the link; what the back office wants of the outlet is agreed to. */
  void online(ChargeTimeOffice office, OcppBackOffice link) throws InterruptedException {
    link.start(
        command -> {
          commands.add(command);
          Thread.ofVirtual().start(() -> agree(link, command));
        });
    BootNotificationRequest boot = office.await(BootNotificationRequest.class);
    assertEquals("Ebbflow", boot.getChargePointVendor());
    assertEquals("Bench", boot.getChargePointModel());
    assertEquals("0.1.0", boot.getFirmwareVersion());
    assertTrue(expect(BackOfficeCommand.LinkChanged.class).online());
    link.report(
        new StationEvent.ConnectorStatus(
            1, 1, StationEvent.ConnectorStatus.Status.AVAILABLE, Instant.now()));
    assertEquals(
        1,
        office
            .await(
                StatusNotificationRequest.class, s -> s.getStatus() == ChargePointStatus.Available)
            .getConnectorId());
  }

  private static void agree(OcppBackOffice link, BackOfficeCommand command) {
    long number =
        command instanceof BackOfficeCommand.Start start
            ? start.command()
            : command instanceof BackOfficeCommand.Stop stop
                ? stop.command()
                : command instanceof BackOfficeCommand.Reset reset
                    ? reset.command()
                    : command instanceof BackOfficeCommand.Unlock unlock
                        ? unlock.command()
                        : command instanceof BackOfficeCommand.Availability availability
                            ? availability.command()
                            : -1;
    if (number >= 0) {
      link.report(new StationEvent.CommandResult(number, true, ""));
    }
  }

  <T extends BackOfficeCommand> T expect(Class<T> type) throws InterruptedException {
    while (true) {
      BackOfficeCommand next = commands.poll(20, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no " + type.getSimpleName() + " came");
      }
      if (type.isInstance(next)) {
        return type.cast(next);
      }
    }
  }

  static MeterSample sample(double imported, double watts) {
    return new MeterSample(
        Instant.now(),
        imported,
        50,
        watts,
        List.of(watts / 400),
        List.of(400.0),
        Optional.of(watts),
        Optional.of(54.5));
  }

  static StationEvent.Transaction event(
      Kind kind, String trigger, String state, Optional<String> stop, MeterSample sample) {
    return new StationEvent.Transaction(
        kind,
        "tx-1",
        trigger,
        state,
        1,
        1,
        Optional.of(new IdToken("AABB", "ISO14443")),
        Optional.empty(),
        stop,
        Instant.now(),
        List.of(sample));
  }

  int begin(ChargeTimeOffice office, OcppBackOffice link) throws InterruptedException {
    link.report(event(Kind.STARTED, "Authorized", "EVConnected", Optional.empty(), sample(100, 0)));
    StartTransactionRequest start = office.await(StartTransactionRequest.class);
    assertEquals(1, start.getConnectorId());
    assertEquals("AABB", start.getIdTag());
    assertEquals(100, start.getMeterStart());
    link.report(
        event(
            Kind.UPDATED,
            "ChargingStateChanged",
            "Charging",
            Optional.empty(),
            sample(200, 9_000)));
    MeterValuesRequest values = office.await(MeterValuesRequest.class);
    assertEquals(1, values.getConnectorId());
    assertTrue(
        Arrays.stream(values.getMeterValue()[0].getSampledValue())
            .anyMatch(
                v ->
                    "Energy.Active.Import.Register".equals(v.getMeasurand())
                        && Double.parseDouble(v.getValue()) == 200));
    return values.getTransactionId();
  }

  static ChargingProfile profile(int id, ChargingProfilePurposeType purpose, double amperes) {
    return new ChargingProfile(
        id,
        0,
        purpose,
        ChargingProfileKindType.Relative,
        new ChargingSchedule(
            ChargingRateUnitType.A,
            new ChargingSchedulePeriod[] {new ChargingSchedulePeriod(0, amperes)}));
  }

  void nothingRefused() {
    assertEquals(List.of(), List.copyOf(errors), "no side may have sent an error");
  }

  static void trigger(ChargeTimeOffice office, TriggerMessageRequestType wanted) throws Exception {
    assertEquals(
        TriggerMessageStatus.Accepted,
        office
            .call(new TriggerMessageRequest(wanted), TriggerMessageConfirmation.class)
            .getStatus());
  }
}
