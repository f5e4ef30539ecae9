package energy.ebbflow.ocpp.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.certificate.CertificateStore;
import energy.ebbflow.ocpp.certificate.TestRoot;
import energy.ebbflow.ocpp.config.OcppConfig;
import energy.ebbflow.ocpp.config.Outlet;
import energy.ebbflow.ocpp.dialect.Station;
import energy.ebbflow.ocpp.errand.StationPorts;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.profile.Electrical;
import energy.ebbflow.ocpp.v2.certificate.CertificateUse;
import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What being accepted proves: what this connection was made with, and nothing that came later. */
class CallsTest {
  private static final CertificateUse ROOT = CertificateUse.CSMS_ROOT_CERTIFICATE;
  private static final SigningUse OWN = SigningUse.CHARGING_STATION_CERTIFICATE;

  private final TestRoot first = new TestRoot("First");
  private final TestRoot second = first.successor("Second");
  private final StationStore store;
  private final CertificateStore certificates;
  private final Calls calls;

  CallsTest(@TempDir Path folder) throws IOException {
    Path trusted = folder.resolve("trusted.pem");
    Files.writeString(trusted, first.pem());
    OcppConfig config =
        OcppConfig.builder(URI.create("wss://example/ocpp"), "EB1", folder.resolve("link.db"))
            .trustedCertificates(trusted)
            .clientCertificate(folder.resolve("chain.pem"), folder.resolve("key.pem"))
            .oneBackOfficeRoot(true)
            .outlets(new Outlet("cCCS2", true, new Electrical(400, 1, 22_000, 0)))
            .build();
    store = StationStore.open(config.database(), (event, sample, page) -> "");
    Station station = new Station(config, store, StationPorts.NONE);
    certificates = station.certificates();
    calls = new Calls(station);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void install() {
    assertTrue(certificates.install(ROOT, second.pem(), TestRoot.NOW).accepted());
  }

  private int roots() {
    return certificates.roots(ROOT).size();
  }

  /** Boot answered Pending, InstallCertificate, then Accepted, all over one connection. */
  @Test
  void aRootThatCameDuringTheConnectionIsNotProvedByIt() {
    calls.begin();
    install();
    calls.accepted();
    calls.accepted();
    assertEquals(2, roots());
    calls.begin();
    calls.accepted();
    assertEquals(1, roots(), "the next connection was made with it");
  }

  /** TriggerMessage(BootNotification) over the connection that the old root vouches for. */
  @Test
  void registeringAgainOverTheFallbackProvesNothing() {
    install();
    calls.begin();
    calls.mistrust("InvalidCsmsCertificate", "unknown authority");
    calls.begin();
    calls.accepted();
    calls.accepted();
    assertEquals(2, roots());
    assertEquals(1, certificates.backOfficeRoots().size());
    assertEquals(second.certificate(), certificates.backOfficeRoots().getFirst());
  }

  private void renew() {
    String request = certificates.request(OWN, "EB1", "Ebbflow");
    assertTrue(certificates.signed(OWN, first.sign(request), TestRoot.NOW).accepted());
  }

  /** A02: the former certificate stays until a connection was made with the new one. */
  @Test
  void anOwnCertificateIsProvedByItsOwnConnection() {
    renew();
    calls.begin();
    renew();
    assertTrue(certificates.unproved(OWN));
    calls.accepted();
    assertTrue(certificates.unproved(OWN), "this connection shows the former one");
    calls.begin();
    calls.accepted();
    assertFalse(certificates.unproved(OWN));
  }
}
