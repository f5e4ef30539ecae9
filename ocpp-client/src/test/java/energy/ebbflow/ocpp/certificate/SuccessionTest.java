package energy.ebbflow.ocpp.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.v2.authorization.HashAlgorithm;
import energy.ebbflow.ocpp.v2.certificate.CertificateUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * AdditionalRootCertificateCheck: one root of the back office after the other (M05.FR.09 to 14).
 */
class SuccessionTest {
  private static final CertificateUse USE = CertificateUse.CSMS_ROOT_CERTIFICATE;

  private final Path folder;
  private final Path trusted;
  private final TestRoot first = new TestRoot("First");
  private final TestRoot second = first.successor("Second");
  private StationStore store;
  private CertificateStore certificates;

  SuccessionTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.trusted = folder.resolve("trusted.pem");
    Files.writeString(trusted, first.pem());
    store = open();
    certificates = certificates(Optional.of(trusted));
  }

  private StationStore open() {
    return StationStore.open(folder.resolve("link.db"), (event, sample, page) -> "");
  }

  private CertificateStore certificates(Optional<Path> file) {
    return new CertificateStore(store, folder.resolve("keys"), file, true);
  }

  private void restart() {
    store.close();
    store = open();
    certificates = certificates(Optional.of(trusted));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private boolean install(TestRoot root) {
    return certificates.install(USE, root.pem(), TestRoot.NOW).accepted();
  }

  private List<X509Certificate> listed() {
    return certificates.roots(USE);
  }

  /** TC_M_09: a root that the old one did not sign is refused, and the list stays as it was. */
  @Test
  void aStrangersRootIsRefused() {
    assertFalse(install(new TestRoot("Stranger")));
    assertEquals(List.of(first.certificate()), listed());
    assertEquals(1, certificates.entries(List.of(USE)).size());
    assertEquals(List.of(first.certificate()), certificates.backOfficeRoots());
  }

  /** TC_M_30: the new one is tried alone, and once it has convinced the old one is gone. */
  @Test
  void theNewRootTakesThePlaceOfTheOld() {
    assertTrue(install(second));
    assertEquals(List.of(second.certificate()), certificates.backOfficeRoots());
    assertTrue(certificates.superseded(first.certificate()));
    certificates.backOfficeProved(certificates.credentials());
    assertEquals(List.of(second.certificate()), listed());
    assertEquals(1, certificates.entries(List.of(USE)).size());
    restart();
    assertEquals(List.of(second.certificate()), certificates.backOfficeRoots());
    assertTrue(certificates.superseded(first.certificate()), "the file still has it");
    TestRoot third = second.successor("Third");
    assertTrue(install(third));
    certificates.backOfficeProved(certificates.credentials());
    assertEquals(List.of(third.certificate()), listed());
  }

  /** TC_M_31: where the new one convinces nobody the old one is tried, and stays. */
  @Test
  void theOldRootIsTheFallback() {
    assertTrue(install(second));
    restart();
    assertEquals(List.of(second.certificate()), certificates.backOfficeRoots());
    certificates.backOfficeDoubted();
    assertEquals(List.of(first.certificate()), certificates.backOfficeRoots());
    certificates.backOfficeProved(certificates.credentials());
    assertEquals(2, listed().size());
    // The next connection begins with the new one.
    assertEquals(List.of(second.certificate()), certificates.backOfficeRoots());
    certificates.backOfficeDoubted();
    certificates.backOfficeDoubted();
    assertEquals(List.of(second.certificate()), certificates.backOfficeRoots());
  }

  /** One that was never proved can be replaced, by the one that is proved only. */
  @Test
  void anUnprovedRootGivesWay() {
    assertTrue(install(second));
    assertFalse(install(second.successor("Grandchild")));
    TestRoot better = first.successor("Better");
    assertTrue(install(better));
    assertEquals(List.of(first.certificate(), better.certificate()), listed());
    assertEquals(List.of(better.certificate()), certificates.backOfficeRoots());
  }

  /** The only root cannot be deleted: any other could be installed afterwards. */
  @Test
  void theOnlyRootStays() {
    certificates = certificates(Optional.empty());
    assertTrue(install(first));
    X509Certificate one = first.certificate();
    assertEquals(
        CertificateStore.Deletion.KEPT,
        certificates.delete(Hashes.of(one, one, HashAlgorithm.SHA256)));
    assertFalse(install(new TestRoot("Stranger")));
  }

  private CertificateStore.Deletion delete(TestRoot root) {
    X509Certificate one = root.certificate();
    return certificates.delete(Hashes.of(one, one, HashAlgorithm.SHA256));
  }

  /** Deleting a root that was never proved brings back what it replaced, as proved as before. */
  @Test
  void whereAnUnprovedRootIsDeletedTheOldOneCountsAgain() {
    certificates = certificates(Optional.empty());
    assertTrue(install(first));
    assertTrue(install(second));
    assertEquals(CertificateStore.Deletion.DELETED, delete(second));
    assertEquals(List.of(first.certificate()), certificates.backOfficeRoots());
    assertFalse(certificates.superseded(first.certificate()));
    certificates.backOfficeProved(certificates.credentials());
    store.close();
    store = open();
    certificates = certificates(Optional.empty());
    assertEquals(List.of(first.certificate()), certificates.backOfficeRoots());
    assertEquals(CertificateStore.Deletion.KEPT, delete(first), "it is the only one again");
    assertTrue(install(first.successor("Better")));
  }

  /** A power cut between the two steps of deleting leaves a fallback of nothing. */
  @Test
  void aFallbackWithoutANewestRootIsMended() {
    certificates = certificates(Optional.empty());
    assertTrue(install(first));
    assertTrue(install(second));
    store.kept("root certificate").keySet().stream()
        .filter(name -> !store.kept("root succession").containsKey(name))
        .forEach(name -> store.forget("root certificate", name));
    certificates = certificates(Optional.empty());
    assertEquals(List.of(first.certificate()), certificates.backOfficeRoots());
    assertTrue(store.kept("root succession").isEmpty());
  }

  /** Without its fallback a root that convinces nobody would cut the station off. */
  @Test
  void theFallbackStays() {
    certificates = certificates(Optional.empty());
    assertTrue(install(first));
    assertTrue(install(second));
    assertEquals(CertificateStore.Deletion.KEPT, delete(first));
    certificates.backOfficeDoubted();
    assertEquals(List.of(first.certificate()), certificates.backOfficeRoots());
  }

  /** The last one in use stays where others are out of use, also after the check is off. */
  @Test
  void theLastRootInUseStays() {
    assertTrue(install(second));
    certificates.backOfficeProved(certificates.credentials());
    certificates = new CertificateStore(store, folder.resolve("keys"), Optional.of(trusted), false);
    assertEquals(CertificateStore.Deletion.KEPT, delete(second));
    assertEquals(List.of(second.certificate()), certificates.backOfficeRoots());
    assertTrue(certificates.knowsBackOffice());
  }

  /** A connection proves what it was made with, not what was installed while it was up. */
  @Test
  void anEarlierConnectionProvesNothing() {
    Credentials before = certificates.credentials();
    assertTrue(install(second));
    certificates.backOfficeProved(before);
    assertEquals(2, listed().size());
    certificates.backOfficeDoubted();
    Credentials fallback = certificates.credentials();
    assertEquals(before.roots(), fallback.roots());
    certificates.backOfficeProved(fallback);
    certificates.backOfficeProved(fallback);
    assertEquals(2, listed().size(), "registered twice over the fallback's connection");
    certificates.backOfficeProved(certificates.credentials());
    assertEquals(List.of(second.certificate()), listed());
  }
}
