package energy.ebbflow.ocpp.certificate;

import energy.ebbflow.ocpp.domain.StorageException;
import energy.ebbflow.ocpp.outbox.StationStore;
import energy.ebbflow.ocpp.v2.authorization.HashAlgorithm;
import energy.ebbflow.ocpp.v2.certificate.CertificateHashData;
import energy.ebbflow.ocpp.v2.certificate.CertificateUse;
import energy.ebbflow.ocpp.v2.certificate.SigningUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificates of the station: roots that the back office installed or the configuration names,
 * and its own chains with their keys. Thread-safe; what changes something is on disk when it
 * returns, or throws {@link StorageException} and has changed nothing.
 */
public final class CertificateStore {
  /** Roots that a back office may install; more than any station needs. */
  public static final int MAX_ROOTS = 32;

  private static final Logger LOG = LoggerFactory.getLogger(CertificateStore.class);
  private static final String ROOTS = "root certificate";
  private static final String OWN = "own certificate";

  private final StationStore store;
  private final KeyFolder keys;
  private final Succession succession;
  private final boolean oneBackOfficeRoot;
  private final List<Root> roots = new ArrayList<>();
  private final Map<SigningUse, OwnRow> own = new EnumMap<>(SigningUse.class);
  private boolean byFallback;
  private long version;

  /**
   * A root.
   *
   * @param fixed it comes from the configuration, a back office cannot delete it
   */
  public record Root(CertificateUse use, X509Certificate certificate, boolean fixed) {}

  /**
   * What a request came to.
   *
   * @param reason OCPP's reason code, for machines
   */
  public record Outcome(boolean accepted, String reason, String text) {
    static final Outcome ACCEPTED = new Outcome(true, "", "");

    static Outcome refused(String reason, String text) {
      return new Outcome(false, reason, text);
    }
  }

  /** What deleting came to. */
  public enum Deletion {
    DELETED,
    NOT_FOUND,
    KEPT
  }

  /** One entry of the list of installed certificates (M03). */
  public record Entry(
      CertificateUse use, CertificateHashData name, List<CertificateHashData> children) {}

  /** A chain, leaf first, and the key of the leaf. */
  public record Identity(List<X509Certificate> chain, KeyPair key) {}

  /**
   * Opens the store.
   *
   * @param keyFolder made when the first key is
   * @param trusted PEM file with roots of the back office, from the configuration
   * @param oneBackOfficeRoot a new root of the back office must be signed by the one that it
   *     replaces (AdditionalRootCertificateCheck)
   */
  public CertificateStore(
      StationStore store, Path keyFolder, Optional<Path> trusted, boolean oneBackOfficeRoot) {
    this.store = store;
    this.succession = new Succession(store);
    this.oneBackOfficeRoot = oneBackOfficeRoot;
    this.keys = new KeyFolder(keyFolder);
    trusted.ifPresent(this::readFixed);
    store.kept(ROOTS).forEach(this::readRoot);
    if (!unproved()) {
      // The newest root is gone: what it replaced counts again.
      succession.abandoned();
    }
    for (SigningUse use : SigningUse.values()) {
      own.put(use, OwnRow.read(Optional.ofNullable(store.kept(OWN).get(use.wire()))));
    }
    keys.keepOnly(usedKeys());
  }

  private void readFixed(Path file) {
    try {
      for (X509Certificate one : Pem.all(Files.readString(file))) {
        roots.add(new Root(CertificateUse.CSMS_ROOT_CERTIFICATE, one, true));
      }
    } catch (IOException | CertificateException e) {
      // Whoever connects with TLS names the fault; without TLS nobody needs the file.
      LOG.warn("{}: not listed among the installed certificates: {}", file, e.getMessage());
    }
  }

  private void readRoot(String name, String pem) {
    try {
      CertificateUse use = CertificateUse.valueOf(name.substring(0, name.indexOf('/')));
      roots.add(new Root(use, Pem.one(pem), false));
    } catch (CertificateException | IllegalArgumentException e) {
      LOG.error("root certificate {} of the store is not used: {}", name, e.getMessage());
    }
  }

  private Set<String> usedKeys() {
    Set<String> used = new HashSet<>();
    for (OwnRow row : own.values()) {
      Stream.of(row.key(), row.formerKey(), row.pendingKey())
          .flatMap(Optional::stream)
          .forEach(used::add);
    }
    return used;
  }

  private void keep(SigningUse use, OwnRow row) {
    store.keep(OWN, use.wire(), row.text());
    own.put(use, row);
    version++;
    keys.keepOnly(usedKeys());
  }

  /** Changes whenever a root or an own chain does. */
  public synchronized long version() {
    return version;
  }

  /** Installs a root (M05). It must be one: self-signed, an authority, valid now. */
  public synchronized Outcome install(CertificateUse use, String pem, Instant now) {
    X509Certificate root;
    try {
      root = Pem.one(pem);
      root.checkValidity(java.util.Date.from(now));
    } catch (CertificateException e) {
      return Outcome.refused("InvalidCertificate", String.valueOf(e.getMessage()));
    }
    boolean successor =
        oneBackOfficeRoot && use == CertificateUse.CSMS_ROOT_CERTIFICATE && !roots(use).isEmpty();
    if (!successor && !Chains.root(root)) {
      return Outcome.refused("InvalidCertificate", "expected a self-signed authority");
    }
    if (roots.stream().anyMatch(r -> r.use() == use && r.certificate().equals(root))) {
      return Outcome.ACCEPTED;
    }
    if (roots.stream().filter(r -> !r.fixed()).count() >= MAX_ROOTS) {
      return Outcome.refused("OutOfStorage", "at most " + MAX_ROOTS + " roots are kept");
    }
    if (successor) {
      return succeed(root);
    }
    store.keep(ROOTS, rowName(use, root), Pem.text(root));
    roots.add(new Root(use, root, false));
    version++;
    return Outcome.ACCEPTED;
  }

  /** M05.FR.09 to FR.11: the one that is proved must have signed it; it stays as the fallback. */
  private Outcome succeed(X509Certificate root) {
    CertificateUse use = CertificateUse.CSMS_ROOT_CERTIFICATE;
    List<Root> known = ofBackOffice();
    boolean unproved = unproved();
    List<Root> proved =
        unproved ? known.stream().filter(r -> succession.fallback(name(r))).toList() : known;
    boolean signed = proved.stream().anyMatch(r -> Chains.signed(root, r.certificate()));
    if (!signed) {
      return Outcome.refused(
          "InvalidCertificate", "expected an authority signed by the root that it replaces");
    }
    store.keep(ROOTS, rowName(use, root), Pem.text(root));
    succession.replaced(proved.stream().map(CertificateStore::name).collect(Collectors.toSet()));
    for (Root other : known) {
      if (unproved && !proved.contains(other)) {
        // It was never proved, and nothing rests on it.
        store.forget(ROOTS, name(other));
        roots.remove(other);
      }
    }
    roots.add(new Root(use, root, false));
    byFallback = false;
    version++;
    return Outcome.ACCEPTED;
  }

  private static String name(Root root) {
    return rowName(root.use(), root.certificate());
  }

  /** Roots of the back office that are not out of use. */
  private List<Root> ofBackOffice() {
    return roots.stream()
        .filter(r -> r.use() == CertificateUse.CSMS_ROOT_CERTIFICATE)
        .filter(r -> !succession.retired(name(r)))
        .toList();
  }

  /** There is a newest root, and nobody was convinced by it yet. */
  private boolean unproved() {
    return succession.unproved()
        && ofBackOffice().stream().anyMatch(r -> !succession.fallback(name(r)));
  }

  /** Some root of the back office is installed or configured, even if it is out of use. */
  public synchronized boolean knowsBackOffice() {
    return roots.stream().anyMatch(r -> r.use() == CertificateUse.CSMS_ROOT_CERTIFICATE);
  }

  /** Whom to believe that it is the back office: the newest root, or the ones that it replaced. */
  public synchronized List<X509Certificate> backOfficeRoots() {
    boolean unproved = unproved();
    return ofBackOffice().stream()
        .filter(r -> !unproved || succession.fallback(name(r)) == byFallback)
        .map(Root::certificate)
        .toList();
  }

  /** A root of the configuration that was replaced. */
  public synchronized boolean superseded(X509Certificate root) {
    String name = rowName(CertificateUse.CSMS_ROOT_CERTIFICATE, root);
    return succession.retired(name) || (unproved() && succession.fallback(name) != byFallback);
  }

  /** The back office was not believed: next time the other root is tried (M05.FR.14). */
  public synchronized void backOfficeDoubted() {
    byFallback = unproved() && !byFallback;
  }

  /** What a connection that begins now is made with. */
  public synchronized Credentials credentials() {
    return new Credentials(backOfficeRoots(), leaf(SigningUse.CHARGING_STATION_CERTIFICATE));
  }

  private Optional<X509Certificate> leaf(SigningUse use) {
    return identity(use).map(i -> i.chain().getFirst());
  }

  /**
   * The back office was believed; if by the newest root, the one before goes (M05.FR.13).
   *
   * @param used what the connection was made with: it proves nothing that came later
   */
  public synchronized void backOfficeProved(Credentials used) {
    if (!used.roots().equals(backOfficeRoots())) {
      return;
    }
    if (!unproved() || byFallback) {
      byFallback = false;
      return;
    }
    Set<String> fallbacks = succession.fallbacks();
    List<Root> gone = roots.stream().filter(r -> fallbacks.contains(name(r))).toList();
    succession.proved(
        gone.stream().filter(Root::fixed).map(CertificateStore::name).collect(Collectors.toSet()));
    for (Root root : gone) {
      if (!root.fixed()) {
        store.forget(ROOTS, name(root));
        roots.remove(root);
      }
    }
    version++;
  }

  private static String rowName(CertificateUse use, X509Certificate root) {
    CertificateHashData name = Hashes.of(root, root, HashAlgorithm.SHA256);
    return use.name() + "/" + name.issuerKeyHash() + "/" + name.serialNumber();
  }

  /** The roots of one use. */
  public synchronized List<X509Certificate> roots(CertificateUse use) {
    return roots.stream()
        .filter(r -> r.use() == use && !succession.retired(name(r)))
        .map(Root::certificate)
        .toList();
  }

  /** How many certificates are installed, own chains included. */
  public synchronized int count() {
    return roots.size() + (int) own.values().stream().filter(r -> r.chain().isPresent()).count();
  }

  /** What is installed of some uses; of all if none is named (M03). */
  public synchronized List<Entry> entries(List<CertificateUse> wanted) {
    List<Entry> entries = new ArrayList<>();
    for (Root root : roots) {
      boolean retired = succession.retired(name(root));
      if (!retired && (wanted.isEmpty() || wanted.contains(root.use()))) {
        entries.add(
            new Entry(
                root.use(),
                Hashes.of(root.certificate(), root.certificate(), HashAlgorithm.SHA256),
                List.of()));
      }
    }
    if (wanted.isEmpty() || wanted.contains(CertificateUse.V2G_CERTIFICATE_CHAIN)) {
      for (SigningUse use : List.of(SigningUse.V2G_CERTIFICATE, SigningUse.V2G20_CERTIFICATE)) {
        chainEntry(use).ifPresent(entries::add);
      }
    }
    return entries;
  }

  private Optional<Entry> chainEntry(SigningUse use) {
    List<X509Certificate> chain = full(use);
    if (chain.size() < 2) {
      // Without its issuer a certificate cannot be named.
      return Optional.empty();
    }
    List<CertificateHashData> names = new ArrayList<>();
    for (int i = 0; i + 1 < chain.size(); i++) {
      names.add(Hashes.of(chain.get(i), chain.get(i + 1), HashAlgorithm.SHA256));
    }
    return Optional.of(
        new Entry(
            CertificateUse.V2G_CERTIFICATE_CHAIN,
            names.getFirst(),
            names.subList(1, names.size())));
  }

  /** A chain up to and with its root, where the root is known. */
  public synchronized List<X509Certificate> full(SigningUse use) {
    List<X509Certificate> chain =
        new ArrayList<>(identity(use).map(Identity::chain).orElse(List.of()));
    if (!chain.isEmpty() && !Chains.root(chain.getLast())) {
      X509Certificate last = chain.getLast();
      roots(rootOf(use)).stream()
          .filter(r -> r.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
          .findFirst()
          .ifPresent(chain::add);
    }
    return List.copyOf(chain);
  }

  private boolean needed(Root root) {
    if (root.fixed() || succession.fallback(name(root))) {
      // Without its fallback a root that convinces nobody would cut the station off.
      return true;
    }
    boolean guarded =
        oneBackOfficeRoot || roots.stream().anyMatch(r -> succession.retired(name(r)));
    // Whoever deletes the only one could install any other afterwards, or believe nobody.
    return guarded && ofBackOffice().equals(List.of(root));
  }

  /** Deletes what has this name (M04); own ones of the station, fixed ones and fallbacks stay. */
  public synchronized Deletion delete(CertificateHashData name) {
    boolean found = false;
    for (Root root : List.copyOf(roots)) {
      X509Certificate one = root.certificate();
      if (!Hashes.same(Hashes.of(one, one, name.hashAlgorithm()), name)) {
        continue;
      }
      if (needed(root)) {
        return Deletion.KEPT;
      }
      store.forget(ROOTS, name(root));
      roots.remove(root);
      version++;
      if (root.use() == CertificateUse.CSMS_ROOT_CERTIFICATE) {
        succession.abandoned();
        byFallback = false;
      }
      found = true;
    }
    for (SigningUse use : SigningUse.values()) {
      List<X509Certificate> chain = full(use);
      if (chain.size() >= 2
          && Hashes.same(Hashes.of(chain.get(0), chain.get(1), name.hashAlgorithm()), name)) {
        if (use == SigningUse.CHARGING_STATION_CERTIFICATE) {
          // M04.FR.06: the station would saw off the branch on which it sits.
          return Deletion.KEPT;
        }
        keep(use, OwnRow.NONE);
        found = true;
      }
    }
    return found ? Deletion.DELETED : Deletion.NOT_FOUND;
  }

  /** A certificate of the station and its key. */
  public synchronized Optional<Identity> identity(SigningUse use) {
    OwnRow row = row(use);
    if (row.key().isEmpty() || row.chain().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Identity(Pem.chain(row.chain().get()), keys.read(row.key().get())));
    } catch (CertificateException | StorageException e) {
      LOG.error("{} is not used: {}", use.wire(), e.getMessage());
      return Optional.empty();
    }
  }

  private OwnRow row(SigningUse use) {
    return own.getOrDefault(use, OwnRow.NONE);
  }

  /**
   * Makes a key and asks for a certificate of it (A02, A03).
   *
   * @return a request of RFC 2986 in PEM
   */
  public synchronized String request(SigningUse use, String commonName, String organisation) {
    String name = keys.create();
    String request = SigningRequest.pem(keys.read(name), use, commonName, organisation);
    keep(use, row(use).asked(name));
    return request;
  }

  /** Whether a certificate of this use was asked for. */
  public synchronized boolean asked(SigningUse use) {
    return row(use).pendingKey().isPresent();
  }

  /** Takes a signed certificate, if it is of the key that was asked for and its chain holds. */
  public synchronized Outcome signed(SigningUse use, String chainPem, Instant now) {
    OwnRow row = row(use);
    if (row.pendingKey().isEmpty()) {
      return Outcome.refused("InvalidMessageSeq", "no certificate of this kind was asked for");
    }
    List<X509Certificate> chain;
    try {
      chain = Pem.chain(chainPem);
    } catch (CertificateException e) {
      return Outcome.refused("InvalidCertificate", String.valueOf(e.getMessage()));
    }
    KeyPair pending = keys.read(row.pendingKey().get());
    if (!pending.getPublic().equals(chain.getFirst().getPublicKey())) {
      return Outcome.refused(
          "InvalidCertificate", "its key is not the one of the newest signing request");
    }
    Optional<String> fault = Chains.fault(chain, roots(rootOf(use)), now);
    if (fault.isPresent()) {
      return Outcome.refused("InvalidCertificate", fault.get());
    }
    keep(use, row.signed(chainPem));
    return Outcome.ACCEPTED;
  }

  private static CertificateUse rootOf(SigningUse use) {
    return switch (use) {
      case CHARGING_STATION_CERTIFICATE -> CertificateUse.CSMS_ROOT_CERTIFICATE;
      case V2G_CERTIFICATE, V2G20_CERTIFICATE -> CertificateUse.V2G_ROOT_CERTIFICATE;
    };
  }

  /**
   * Somebody was convinced by the newest certificate of the station: the one before it goes.
   *
   * @param used what the connection was made with: it proves nothing that came later
   */
  public synchronized void proved(Credentials used) {
    SigningUse use = SigningUse.CHARGING_STATION_CERTIFICATE;
    if (unproved(use) && used.own().isPresent() && used.own().equals(leaf(use))) {
      keep(use, row(use).proved());
    }
  }

  /** Whether there is an older certificate to go back to. */
  public synchronized boolean unproved(SigningUse use) {
    return row(use).formerKey().isPresent();
  }

  /** Nobody was convinced by the newest certificate: the one before it counts again. */
  public synchronized void discard(SigningUse use) {
    if (row(use).formerKey().isPresent()) {
      keep(use, row(use).backToFormer());
    }
  }

  /** When a certificate of the station ends. */
  public synchronized Optional<Instant> end(SigningUse use) {
    return identity(use).map(i -> i.chain().getFirst().getNotAfter().toInstant());
  }
}
