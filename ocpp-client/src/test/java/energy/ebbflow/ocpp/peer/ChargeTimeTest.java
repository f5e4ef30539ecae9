package energy.ebbflow.ocpp.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.certificate.TestRoot;
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
import eu.chargetime.ocpp.model.core.AuthorizationStatus;
import eu.chargetime.ocpp.model.core.AuthorizeRequest;
import eu.chargetime.ocpp.model.core.AvailabilityStatus;
import eu.chargetime.ocpp.model.core.AvailabilityType;
import eu.chargetime.ocpp.model.core.BootNotificationRequest;
import eu.chargetime.ocpp.model.core.ChangeAvailabilityConfirmation;
import eu.chargetime.ocpp.model.core.ChangeAvailabilityRequest;
import eu.chargetime.ocpp.model.core.ChangeConfigurationConfirmation;
import eu.chargetime.ocpp.model.core.ChangeConfigurationRequest;
import eu.chargetime.ocpp.model.core.ChargePointStatus;
import eu.chargetime.ocpp.model.core.ChargingProfile;
import eu.chargetime.ocpp.model.core.ChargingProfileKindType;
import eu.chargetime.ocpp.model.core.ChargingProfilePurposeType;
import eu.chargetime.ocpp.model.core.ChargingRateUnitType;
import eu.chargetime.ocpp.model.core.ChargingSchedule;
import eu.chargetime.ocpp.model.core.ChargingSchedulePeriod;
import eu.chargetime.ocpp.model.core.ClearCacheConfirmation;
import eu.chargetime.ocpp.model.core.ClearCacheRequest;
import eu.chargetime.ocpp.model.core.ClearCacheStatus;
import eu.chargetime.ocpp.model.core.ConfigurationStatus;
import eu.chargetime.ocpp.model.core.DataTransferConfirmation;
import eu.chargetime.ocpp.model.core.DataTransferRequest;
import eu.chargetime.ocpp.model.core.DataTransferStatus;
import eu.chargetime.ocpp.model.core.GetConfigurationConfirmation;
import eu.chargetime.ocpp.model.core.GetConfigurationRequest;
import eu.chargetime.ocpp.model.core.HeartbeatRequest;
import eu.chargetime.ocpp.model.core.IdTagInfo;
import eu.chargetime.ocpp.model.core.KeyValueType;
import eu.chargetime.ocpp.model.core.MeterValuesRequest;
import eu.chargetime.ocpp.model.core.Reason;
import eu.chargetime.ocpp.model.core.RemoteStartStopStatus;
import eu.chargetime.ocpp.model.core.RemoteStartTransactionConfirmation;
import eu.chargetime.ocpp.model.core.RemoteStartTransactionRequest;
import eu.chargetime.ocpp.model.core.RemoteStopTransactionConfirmation;
import eu.chargetime.ocpp.model.core.RemoteStopTransactionRequest;
import eu.chargetime.ocpp.model.core.ResetConfirmation;
import eu.chargetime.ocpp.model.core.ResetRequest;
import eu.chargetime.ocpp.model.core.ResetStatus;
import eu.chargetime.ocpp.model.core.ResetType;
import eu.chargetime.ocpp.model.core.StartTransactionRequest;
import eu.chargetime.ocpp.model.core.StatusNotificationRequest;
import eu.chargetime.ocpp.model.core.StopTransactionRequest;
import eu.chargetime.ocpp.model.core.UnlockConnectorConfirmation;
import eu.chargetime.ocpp.model.core.UnlockConnectorRequest;
import eu.chargetime.ocpp.model.core.UnlockStatus;
import eu.chargetime.ocpp.model.core.ValueFormat;
import eu.chargetime.ocpp.model.firmware.DiagnosticsStatus;
import eu.chargetime.ocpp.model.firmware.DiagnosticsStatusNotificationRequest;
import eu.chargetime.ocpp.model.firmware.FirmwareStatus;
import eu.chargetime.ocpp.model.firmware.FirmwareStatusNotificationRequest;
import eu.chargetime.ocpp.model.firmware.GetDiagnosticsConfirmation;
import eu.chargetime.ocpp.model.firmware.GetDiagnosticsRequest;
import eu.chargetime.ocpp.model.firmware.UpdateFirmwareConfirmation;
import eu.chargetime.ocpp.model.firmware.UpdateFirmwareRequest;
import eu.chargetime.ocpp.model.localauthlist.AuthorizationData;
import eu.chargetime.ocpp.model.localauthlist.GetLocalListVersionConfirmation;
import eu.chargetime.ocpp.model.localauthlist.GetLocalListVersionRequest;
import eu.chargetime.ocpp.model.localauthlist.SendLocalListConfirmation;
import eu.chargetime.ocpp.model.localauthlist.SendLocalListRequest;
import eu.chargetime.ocpp.model.localauthlist.UpdateStatus;
import eu.chargetime.ocpp.model.localauthlist.UpdateType;
import eu.chargetime.ocpp.model.remotetrigger.TriggerMessageConfirmation;
import eu.chargetime.ocpp.model.remotetrigger.TriggerMessageRequest;
import eu.chargetime.ocpp.model.remotetrigger.TriggerMessageRequestType;
import eu.chargetime.ocpp.model.remotetrigger.TriggerMessageStatus;
import eu.chargetime.ocpp.model.reservation.CancelReservationConfirmation;
import eu.chargetime.ocpp.model.reservation.CancelReservationRequest;
import eu.chargetime.ocpp.model.reservation.CancelReservationStatus;
import eu.chargetime.ocpp.model.reservation.ReservationStatus;
import eu.chargetime.ocpp.model.reservation.ReserveNowConfirmation;
import eu.chargetime.ocpp.model.reservation.ReserveNowRequest;
import eu.chargetime.ocpp.model.securityext.CertificateSignedConfirmation;
import eu.chargetime.ocpp.model.securityext.CertificateSignedRequest;
import eu.chargetime.ocpp.model.securityext.ExtendedTriggerMessageConfirmation;
import eu.chargetime.ocpp.model.securityext.ExtendedTriggerMessageRequest;
import eu.chargetime.ocpp.model.securityext.InstallCertificateConfirmation;
import eu.chargetime.ocpp.model.securityext.InstallCertificateRequest;
import eu.chargetime.ocpp.model.securityext.SecurityEventNotificationRequest;
import eu.chargetime.ocpp.model.securityext.SignCertificateRequest;
import eu.chargetime.ocpp.model.securityext.types.CertificateUseEnumType;
import eu.chargetime.ocpp.model.securityext.types.MessageTriggerEnumType;
import eu.chargetime.ocpp.model.smartcharging.ChargingProfileStatus;
import eu.chargetime.ocpp.model.smartcharging.ClearChargingProfileConfirmation;
import eu.chargetime.ocpp.model.smartcharging.ClearChargingProfileRequest;
import eu.chargetime.ocpp.model.smartcharging.GetCompositeScheduleConfirmation;
import eu.chargetime.ocpp.model.smartcharging.GetCompositeScheduleRequest;
import eu.chargetime.ocpp.model.smartcharging.SetChargingProfileConfirmation;
import eu.chargetime.ocpp.model.smartcharging.SetChargingProfileRequest;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * OCPP 1.6J against the back office of {@code eu.chargetime.ocpp}, a reading of the standard by
 * others: it checks each message against its own records and answers what it does not like with a
 * CALLERROR, of which there may be none.
 */
class ChargeTimeTest {
  private static final String PASSWORD = "0123456789abcdef";
  private static final byte[] IMAGE = {1, 2, 3};
  private static final int ROOM = 1_000;

  @TempDir Path folder = Path.of("");

  private final BlockingQueue<BackOfficeCommand> commands = new ArrayBlockingQueue<>(ROOM);
  private final BlockingQueue<String> errors = new ArrayBlockingQueue<>(ROOM);
  private final BlockingQueue<byte[]> installed = new ArrayBlockingQueue<>(ROOM);

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

  private OcppBackOffice open(ChargeTimeOffice office, Optional<String> password) {
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
  private void online(ChargeTimeOffice office, OcppBackOffice link) throws InterruptedException {
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

  private <T extends BackOfficeCommand> T expect(Class<T> type) throws InterruptedException {
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

  private static MeterSample sample(double imported, double watts) {
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

  private static StationEvent.Transaction event(
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

  private int begin(ChargeTimeOffice office, OcppBackOffice link) throws InterruptedException {
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

  private static ChargingProfile profile(
      int id, ChargingProfilePurposeType purpose, double amperes) {
    return new ChargingProfile(
        id,
        0,
        purpose,
        ChargingProfileKindType.Relative,
        new ChargingSchedule(
            ChargingRateUnitType.A,
            new ChargingSchedulePeriod[] {new ChargingSchedulePeriod(0, amperes)}));
  }

  private void nothingRefused() {
    assertEquals(List.of(), List.copyOf(errors), "no side may have sent an error");
  }

  @Test
  void aTransactionFromTheCardToTheBill() throws Exception {
    try (ChargeTimeOffice office = new ChargeTimeOffice(Optional.empty());
        OcppBackOffice link = open(office, Optional.empty())) {
      online(office, link);
      office.rewind();
      assertEquals(
          "StartupOfTheDevice", office.await(SecurityEventNotificationRequest.class).getType());
      link.report(new StationEvent.AuthorisationQuestion(3, 1, new IdToken("AABB", "ISO14443")));
      assertEquals("AABB", office.await(AuthorizeRequest.class).getIdTag());
      assertTrue(expect(BackOfficeCommand.AuthorisationAnswer.class).accepted());
      int transaction = begin(office, link);
      assertEquals(41, transaction, "the number that the back office gave");
      office.rewind();
      office.await(
          StatusNotificationRequest.class, s -> s.getStatus() == ChargePointStatus.Charging);

      RemoteStopTransactionConfirmation stopping =
          office.call(
              new RemoteStopTransactionRequest(transaction),
              RemoteStopTransactionConfirmation.class);
      assertEquals(RemoteStartStopStatus.Accepted, stopping.getStatus());
      assertEquals("tx-1", expect(BackOfficeCommand.Stop.class).transaction());
      link.report(
          event(Kind.ENDED, "RemoteStop", "Idle", Optional.of("Remote"), sample(1_200.6, 0)));
      StopTransactionRequest stop = office.await(StopTransactionRequest.class);
      assertEquals(transaction, stop.getTransactionId());
      assertEquals(1_201, stop.getMeterStop());
      assertEquals(Reason.Remote, stop.getReason());
      assertTrue(
          Arrays.stream(stop.getTransactionData())
              .flatMap(v -> Arrays.stream(v.getSampledValue()))
              .anyMatch(v -> v.getFormat() == ValueFormat.SignedData),
          "the end carries signed values");
      assertEquals(
          RemoteStartStopStatus.Rejected,
          office
              .call(
                  new RemoteStopTransactionRequest(transaction),
                  RemoteStopTransactionConfirmation.class)
              .getStatus(),
          "it has ended");
      nothingRefused();
    }
  }

  @Test
  void remoteControl() throws Exception {
    try (ChargeTimeOffice office = new ChargeTimeOffice(Optional.empty());
        OcppBackOffice link = open(office, Optional.empty())) {
      online(office, link);
      RemoteStartTransactionRequest start = new RemoteStartTransactionRequest("CCDD");
      start.setConnectorId(1);
      start.setChargingProfile(profile(9, ChargingProfilePurposeType.TxProfile, 11));
      assertEquals(
          RemoteStartStopStatus.Accepted,
          office.call(start, RemoteStartTransactionConfirmation.class).getStatus());
      BackOfficeCommand.Start started = expect(BackOfficeCommand.Start.class);
      assertEquals(1, started.evse());
      assertEquals("CCDD", started.token().value());

      assertEquals(
          UnlockStatus.Unlocked,
          office
              .call(new UnlockConnectorRequest(1), UnlockConnectorConfirmation.class)
              .getStatus());
      assertEquals(1, expect(BackOfficeCommand.Unlock.class).evse());
      assertEquals(
          UnlockStatus.NotSupported,
          office.call(new UnlockConnectorRequest(7), UnlockConnectorConfirmation.class).getStatus(),
          "there is no connector 7");
      assertEquals(
          AvailabilityStatus.Accepted,
          office
              .call(
                  new ChangeAvailabilityRequest(1, AvailabilityType.Inoperative),
                  ChangeAvailabilityConfirmation.class)
              .getStatus());
      assertTrue(!expect(BackOfficeCommand.Availability.class).operative());
      triggers(office);
      for (ResetType type : ResetType.values()) {
        assertEquals(
            ResetStatus.Accepted,
            office.call(new ResetRequest(type), ResetConfirmation.class).getStatus());
        assertEquals(0, expect(BackOfficeCommand.Reset.class).evse());
      }
      DataTransferRequest stranger = new DataTransferRequest("com.example");
      stranger.setData("{}");
      assertEquals(
          DataTransferStatus.UnknownVendorId,
          office.call(stranger, DataTransferConfirmation.class).getStatus());
      nothingRefused();
    }
  }

  private static void trigger(ChargeTimeOffice office, TriggerMessageRequestType wanted)
      throws Exception {
    assertEquals(
        TriggerMessageStatus.Accepted,
        office
            .call(new TriggerMessageRequest(wanted), TriggerMessageConfirmation.class)
            .getStatus());
  }

  private static void triggers(ChargeTimeOffice office) throws Exception {
    trigger(office, TriggerMessageRequestType.BootNotification);
    office.await(BootNotificationRequest.class);
    trigger(office, TriggerMessageRequestType.Heartbeat);
    office.await(HeartbeatRequest.class);
    trigger(office, TriggerMessageRequestType.StatusNotification);
    office.await(StatusNotificationRequest.class);
    trigger(office, TriggerMessageRequestType.DiagnosticsStatusNotification);
    assertEquals(
        DiagnosticsStatus.Idle,
        office.await(DiagnosticsStatusNotificationRequest.class).getStatus());
    trigger(office, TriggerMessageRequestType.FirmwareStatusNotification);
    assertEquals(
        FirmwareStatus.Idle, office.await(FirmwareStatusNotificationRequest.class).getStatus());
    TriggerMessageRequest values = new TriggerMessageRequest(TriggerMessageRequestType.MeterValues);
    values.setConnectorId(7);
    assertEquals(
        TriggerMessageStatus.Rejected,
        office.call(values, TriggerMessageConfirmation.class).getStatus(),
        "there is no connector 7");
  }

  @Test
  void configurationAndLocalList() throws Exception {
    try (ChargeTimeOffice office = new ChargeTimeOffice(Optional.empty());
        OcppBackOffice link = open(office, Optional.empty())) {
      online(office, link);
      GetConfigurationConfirmation all =
          office.call(new GetConfigurationRequest(), GetConfigurationConfirmation.class);
      List<String> keys =
          Arrays.stream(all.getConfigurationKey()).map(KeyValueType::getKey).toList();
      // 1.6, 9.1: the keys that the Core profile requires.
      assertTrue(
          keys.containsAll(
              List.of(
                  "AuthorizeRemoteTxRequests",
                  "ClockAlignedDataInterval",
                  "ConnectionTimeOut",
                  "GetConfigurationMaxKeys",
                  "HeartbeatInterval",
                  "LocalAuthorizeOffline",
                  "LocalPreAuthorize",
                  "MeterValuesAlignedData",
                  "MeterValuesSampledData",
                  "MeterValueSampleInterval",
                  "NumberOfConnectors",
                  "ResetRetries",
                  "ConnectorPhaseRotation",
                  "StopTransactionOnEVSideDisconnect",
                  "StopTransactionOnInvalidId",
                  "StopTxnAlignedData",
                  "StopTxnSampledData",
                  "SupportedFeatureProfiles",
                  "TransactionMessageAttempts",
                  "TransactionMessageRetryInterval",
                  "UnlockConnectorOnEVSideDisconnect")),
          () -> "what is there: " + keys);
      assertEquals(ConfigurationStatus.Accepted, change(office, "MeterValueSampleInterval", "7"));
      assertEquals(7, link.sampleIntervalSeconds());
      assertEquals(ConfigurationStatus.Accepted, change(office, "ConnectionTimeOut", "45"));
      assertEquals(45, link.plugSeconds());
      assertEquals(
          ConfigurationStatus.Rejected, change(office, "MeterValueSampleInterval", "often"));
      assertEquals(ConfigurationStatus.Rejected, change(office, "NumberOfConnectors", "3"));
      assertEquals(ConfigurationStatus.NotSupported, change(office, "Colour", "blue"));
      GetConfigurationRequest some = new GetConfigurationRequest();
      some.setKey(new String[] {"MeterValueSampleInterval", "Colour"});
      GetConfigurationConfirmation two = office.call(some, GetConfigurationConfirmation.class);
      assertEquals("7", two.getConfigurationKey()[0].getValue());
      assertArrayEquals(new String[] {"Colour"}, two.getUnknownKey());

      AuthorizationData known = new AuthorizationData("AABB");
      known.setIdTagInfo(new IdTagInfo(AuthorizationStatus.Accepted));
      SendLocalListRequest list = new SendLocalListRequest(5, UpdateType.Full);
      list.setLocalAuthorizationList(new AuthorizationData[] {known});
      assertEquals(
          UpdateStatus.Accepted, office.call(list, SendLocalListConfirmation.class).getStatus());
      assertEquals(
          5,
          office
              .call(new GetLocalListVersionRequest(), GetLocalListVersionConfirmation.class)
              .getListVersion());
      assertEquals(
          ClearCacheStatus.Accepted,
          office.call(new ClearCacheRequest(), ClearCacheConfirmation.class).getStatus());
      nothingRefused();
    }
  }

  private static ConfigurationStatus change(ChargeTimeOffice office, String key, String value)
      throws Exception {
    return office
        .call(new ChangeConfigurationRequest(key, value), ChangeConfigurationConfirmation.class)
        .getStatus();
  }

  @Test
  void profilesAndReservations() throws Exception {
    try (ChargeTimeOffice office = new ChargeTimeOffice(Optional.empty());
        OcppBackOffice link = open(office, Optional.empty())) {
      online(office, link);
      ReserveNowRequest reserve =
          new ReserveNowRequest(1, ZonedDateTime.now().plusSeconds(60), "EEFF", 4);
      assertEquals(
          ReservationStatus.Accepted,
          office.call(reserve, ReserveNowConfirmation.class).getStatus());
      office.await(
          StatusNotificationRequest.class, s -> s.getStatus() == ChargePointStatus.Reserved);
      assertEquals(
          CancelReservationStatus.Accepted,
          office
              .call(new CancelReservationRequest(4), CancelReservationConfirmation.class)
              .getStatus());
      assertEquals(
          CancelReservationStatus.Rejected,
          office
              .call(new CancelReservationRequest(4), CancelReservationConfirmation.class)
              .getStatus());

      int transaction = begin(office, link);
      ChargingProfile running = profile(6, ChargingProfilePurposeType.TxProfile, 10.5);
      running.setTransactionId(transaction);
      assertEquals(ChargingProfileStatus.Accepted, set(office, 1, running));
      BackOfficeCommand.PowerBounds bounds = expect(BackOfficeCommand.PowerBounds.class);
      assertEquals(10.5, bounds.chargeLimit().orElseThrow().value());
      assertEquals(
          ChargingProfileStatus.Accepted,
          set(office, 1, profile(7, ChargingProfilePurposeType.TxDefaultProfile, 8)));
      assertEquals(
          ChargingProfileStatus.Rejected,
          set(office, 7, profile(8, ChargingProfilePurposeType.TxDefaultProfile, 8)),
          "there is no connector 7");
      GetCompositeScheduleConfirmation schedule =
          office.call(
              new GetCompositeScheduleRequest(1, 60), GetCompositeScheduleConfirmation.class);
      assertEquals("Accepted", schedule.getStatus().toString());
      assertEquals(1, schedule.getConnectorId());
      assertTrue(schedule.getChargingSchedule().getChargingSchedulePeriod().length > 0);
      ClearChargingProfileRequest clear = new ClearChargingProfileRequest();
      clear.setId(6);
      assertEquals("Accepted", cleared(office, clear));
      assertEquals("Unknown", cleared(office, clear), "it is gone");
      nothingRefused();
    }
  }

  private static ChargingProfileStatus set(
      ChargeTimeOffice office, int connector, ChargingProfile profile) throws Exception {
    return office
        .call(
            new SetChargingProfileRequest(connector, profile), SetChargingProfileConfirmation.class)
        .getStatus();
  }

  private static String cleared(ChargeTimeOffice office, ClearChargingProfileRequest request)
      throws Exception {
    return office.call(request, ClearChargingProfileConfirmation.class).getStatus().toString();
  }

  /** Both ways over HTTP, each step told. */
  @Test
  void firmwareAndDiagnostics() throws Exception {
    BlockingQueue<byte[]> logs = new ArrayBlockingQueue<>(ROOM);
    HttpServer files =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    files.createContext(
        "/image",
        exchange -> {
          exchange.sendResponseHeaders(200, IMAGE.length);
          exchange.getResponseBody().write(IMAGE);
          exchange.close();
        });
    files.createContext(
        "/logs/",
        exchange -> {
          logs.add(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(201, -1);
          exchange.close();
        });
    files.start();
    String base = "http://127.0.0.1:" + files.getAddress().getPort();
    try (ChargeTimeOffice office = new ChargeTimeOffice(Optional.empty());
        OcppBackOffice link = open(office, Optional.empty())) {
      online(office, link);
      GetDiagnosticsConfirmation diagnostics =
          office.call(new GetDiagnosticsRequest(base + "/logs/"), GetDiagnosticsConfirmation.class);
      assertTrue(!diagnostics.getFileName().isEmpty());
      for (DiagnosticsStatus step :
          List.of(DiagnosticsStatus.Uploading, DiagnosticsStatus.Uploaded)) {
        assertEquals(step, office.await(DiagnosticsStatusNotificationRequest.class).getStatus());
      }
      byte[] packed = logs.poll(20, TimeUnit.SECONDS);
      try (GZIPInputStream in =
          new GZIPInputStream(new ByteArrayInputStream(packed == null ? new byte[0] : packed))) {
        assertEquals("a line\n", new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
      office.call(
          new UpdateFirmwareRequest(base + "/image", ZonedDateTime.now()),
          UpdateFirmwareConfirmation.class);
      for (FirmwareStatus step :
          List.of(
              FirmwareStatus.Downloading,
              FirmwareStatus.Downloaded,
              FirmwareStatus.Installing,
              FirmwareStatus.Installed)) {
        assertEquals(step, office.await(FirmwareStatusNotificationRequest.class).getStatus());
      }
      assertArrayEquals(IMAGE, installed.poll(20, TimeUnit.SECONDS));
      nothingRefused();
    } finally {
      files.stop(0);
    }
  }

  @Test
  void certificatesOfTheSecurityWhitepaper() throws Exception {
    try (ChargeTimeOffice office = new ChargeTimeOffice(Optional.empty());
        OcppBackOffice link = open(office, Optional.empty())) {
      online(office, link);
      TestRoot root = new TestRoot("Root", Instant.now().plusSeconds(90_000), true);
      assertEquals(
          "Accepted",
          office
              .call(
                  new InstallCertificateRequest(
                      CertificateUseEnumType.CentralSystemRootCertificate, root.pem()),
                  InstallCertificateConfirmation.class)
              .getStatus()
              .toString());
      assertEquals(
          "Accepted",
          office
              .call(
                  new ExtendedTriggerMessageRequest(
                      MessageTriggerEnumType.SignChargePointCertificate),
                  ExtendedTriggerMessageConfirmation.class)
              .getStatus()
              .toString());
      String csr = office.await(SignCertificateRequest.class).getCsr();
      assertEquals(
          "Accepted",
          office
              .call(
                  new CertificateSignedRequest(
                      root.sign(csr, Instant.now().plusSeconds(80_000_000))),
                  CertificateSignedConfirmation.class)
              .getStatus()
              .toString());
      nothingRefused();
    }
  }

  /** Security profile 1: the identity is the user, the password is what was agreed. */
  @Test
  void thePasswordOpensTheDoorAndAWrongOneDoesNot() throws Exception {
    try (ChargeTimeOffice office = new ChargeTimeOffice(Optional.of(PASSWORD))) {
      try (OcppBackOffice link = open(office, Optional.of("fedcba9876543210"))) {
        link.start(commands::add);
        awaitUser(office);
        assertTrue(
            commands.stream()
                .noneMatch(c -> c instanceof BackOfficeCommand.LinkChanged l && l.online()),
            "a wrong password must not come online");
      }
      commands.clear();
      Files.deleteIfExists(folder.resolve("link.db"));
      try (OcppBackOffice link = open(office, Optional.of(PASSWORD))) {
        online(office, link);
        assertTrue(office.users().stream().allMatch("EB01"::equals), () -> "" + office.users());
        trigger(office, TriggerMessageRequestType.Heartbeat);
        office.await(HeartbeatRequest.class);
      }
    }
  }

  private static void awaitUser(ChargeTimeOffice office) throws InterruptedException {
    synchronized (office) {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (office.users().isEmpty() && System.nanoTime() < end) {
        office.wait(100);
      }
      assertTrue(!office.users().isEmpty(), "nobody tried to come in");
    }
  }
}
