package energy.ebbflow.ocpp.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import energy.ebbflow.ocpp.OcppBackOffice;
import energy.ebbflow.ocpp.certificate.TestRoot;
import energy.ebbflow.ocpp.domain.BackOfficeCommand;
import eu.chargetime.ocpp.model.core.ChargePointStatus;
import eu.chargetime.ocpp.model.core.ChargingProfile;
import eu.chargetime.ocpp.model.core.ChargingProfilePurposeType;
import eu.chargetime.ocpp.model.core.HeartbeatRequest;
import eu.chargetime.ocpp.model.core.StatusNotificationRequest;
import eu.chargetime.ocpp.model.firmware.DiagnosticsStatus;
import eu.chargetime.ocpp.model.firmware.DiagnosticsStatusNotificationRequest;
import eu.chargetime.ocpp.model.firmware.FirmwareStatus;
import eu.chargetime.ocpp.model.firmware.FirmwareStatusNotificationRequest;
import eu.chargetime.ocpp.model.firmware.GetDiagnosticsConfirmation;
import eu.chargetime.ocpp.model.firmware.GetDiagnosticsRequest;
import eu.chargetime.ocpp.model.firmware.UpdateFirmwareConfirmation;
import eu.chargetime.ocpp.model.firmware.UpdateFirmwareRequest;
import eu.chargetime.ocpp.model.remotetrigger.TriggerMessageRequestType;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The other profiles of 1.6 and its security against {@code eu.chargetime.ocpp}. */
class ChargeTimeBlocksTest extends ChargeTimeCase {
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
