package energy.ebbflow.iso15118.pki;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Credentials in files. One folder serves both sides of a bench:
 *
 * <pre>
 * secc/iso20/chain.pem key.pem      what the charger shows (secc/iso2 likewise)
 * secc/iso20/root.pem               what that chain ends in, for vehicles that name it by a hash
 * secc/iso20/ocsp/*.der             OCSP responses to staple
 * secc/iso20-NAME/...               further chains, of another root or another kind of key
 * vehicle/iso20/chain.pem key.pem   what the vehicle shows, likewise
 * trust/v2g/*.pem                   roots the vehicle trusts
 * trust/oem/*.pem                   roots the charger trusts
 * trust/crl/*.pem                   what was revoked of the vehicles' certificates
 * </pre>
 *
 * In place of {@code key.pem} there may be {@code key.uri}: the key stays in a token ({@link
 * TokenKey}). A charger in the field has {@code secc}, {@code trust/oem} and {@code trust/crl}
 * only.
 */
public final class PemFolder implements Credentials {
  static final String CHAIN = "chain.pem";
  static final String KEY = "key.pem";
  static final String KEY_URI = "key.uri";
  static final String ROOT = "root.pem";
  static final String OCSP = "ocsp";
  static final String SECC = "secc";
  static final String VEHICLE = "vehicle";
  static final String TRUST_V2G = "trust/v2g";
  static final String TRUST_OEM = "trust/oem";
  static final String TRUST_CRL = "trust/crl";

  /** Misfits for tests of the other side: a folder of identities of each kind. */
  static final String WRONG = "wrong";

  /** No folder: there is nothing in it. */
  private static final String NOTHING = "nothing";

  /** Most files in one folder. */
  static final int MAX_FILES = 64;

  private final Path identities;
  private final Path roots;
  private final Path lists;

  private PemFolder(Path identities, Path roots, Path lists) {
    this.identities = identities;
    this.roots = roots;
    this.lists = lists;
  }

  /** The charger's credentials in {@code folder}. */
  public static PemFolder forCharger(Path folder) {
    return new PemFolder(
        folder.resolve(SECC), folder.resolve(TRUST_OEM), folder.resolve(TRUST_CRL));
  }

  /** The vehicle's credentials in {@code folder}. */
  public static PemFolder forVehicle(Path folder) {
    return new PemFolder(
        folder.resolve(VEHICLE), folder.resolve(TRUST_V2G), folder.resolve(TRUST_CRL));
  }

  /**
   * A vehicle that trusts as {@link #forVehicle}, and shows what it should not: {@code expired},
   * {@code foreign} or {@code revoked} in a development PKI.
   */
  public static PemFolder forMisfit(Path folder, String misfit) {
    return new PemFolder(
        folder.resolve(WRONG).resolve(misfit).resolve(VEHICLE),
        folder.resolve(TRUST_V2G),
        folder.resolve(TRUST_CRL));
  }

  /** A vehicle that trusts as {@link #forVehicle}, and has nothing to show. */
  public static PemFolder forAnonymousVehicle(Path folder) {
    return new PemFolder(
        folder.resolve(NOTHING), folder.resolve(TRUST_V2G), folder.resolve(TRUST_CRL));
  }

  /** A charger that shows what it should not, for tests of a vehicle. */
  public static PemFolder forMisfitCharger(Path folder, String misfit) {
    return new PemFolder(
        folder.resolve(WRONG).resolve(misfit).resolve(SECC),
        folder.resolve(TRUST_OEM),
        folder.resolve(TRUST_CRL));
  }

  @Override
  public List<Identity> identities(Profile profile) throws PkiException {
    List<Identity> found = new ArrayList<>();
    for (Path folder : folders(profile)) {
      found.add(identity(profile, folder));
    }
    return found;
  }

  @Override
  public List<X509Certificate> trustAnchors(Profile profile) throws PkiException {
    List<X509Certificate> anchors = new ArrayList<>();
    for (Path file : files(roots, "*.pem")) {
      anchors.addAll(Pem.certificates(file));
    }
    return anchors;
  }

  @Override
  public List<X509CRL> revocationLists() throws PkiException {
    List<X509CRL> all = new ArrayList<>();
    for (Path file : files(lists, "*.pem")) {
      all.addAll(Pem.revocationLists(file));
    }
    return all;
  }

  @Override
  public OcspSource ocsp() throws PkiException {
    List<OcspResponses.Named> responses = new ArrayList<>();
    for (Profile profile : Profile.values()) {
      for (Path folder : folders(profile)) {
        for (Path file : files(folder.resolve(OCSP), "*.der")) {
          responses.add(new OcspResponses.Named(file.toString(), Pem.bytes(file)));
        }
      }
    }
    return OcspResponses.of(responses);
  }

  /** Follows the files' names, sizes and times; an unreadable folder is told when it is read. */
  @Override
  public long version() {
    long version = 0;
    try {
      List<Path> watched = new ArrayList<>();
      for (Profile profile : Profile.values()) {
        for (Path folder : folders(profile)) {
          watched.addAll(files(folder, "*"));
          watched.addAll(files(folder.resolve(OCSP), "*"));
        }
      }
      watched.addAll(files(roots, "*"));
      watched.addAll(files(lists, "*"));
      for (Path file : watched) {
        version =
            31 * (31 * version + file.hashCode())
                + Files.getLastModifiedTime(file).toMillis()
                + Files.size(file);
      }
      return version;
    } catch (IOException | PkiException unreadable) {
      return ~version;
    }
  }

  private static Identity identity(Profile profile, Path folder) throws PkiException {
    List<X509Certificate> chain = new ArrayList<>(Pem.certificates(folder.resolve(CHAIN)));
    Optional<X509Certificate> root = Optional.empty();
    if (Files.exists(folder.resolve(ROOT))) {
      root = Optional.of(Pem.certificates(folder.resolve(ROOT)).getFirst());
    }
    X509Certificate last = chain.getLast();
    if (chain.size() > 1 && last.getSubjectX500Principal().equals(last.getIssuerX500Principal())) {
      // The root is not sent: who trusts it has it.
      chain.removeLast();
      root = Optional.of(root.orElse(last));
    }
    Path uri = folder.resolve(KEY_URI);
    Path file = Files.exists(uri) ? uri : folder.resolve(KEY);
    Identity identity;
    if (file.equals(uri)) {
      TokenKey.Handle handle = TokenKey.open(uri);
      identity = new Identity(handle.key(), handle.provider(), chain, root);
    } else {
      Identity plain = new Identity(Pem.privateKey(file), chain);
      identity = new Identity(plain.key(), plain.provider(), chain, root);
    }
    IdentityCheck.check(profile, folder.toString(), identity);
    return identity;
  }

  private List<Path> folders(Profile profile) throws PkiException {
    List<Path> folders = new ArrayList<>();
    for (Path folder : files(identities, profile.folder() + "{,-*}")) {
      if (Files.isDirectory(folder)) {
        folders.add(folder);
      }
    }
    return folders;
  }

  /** What matches in a folder, by name; nothing where there is no such folder. */
  private static List<Path> files(Path folder, String pattern) throws PkiException {
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
      for (Path file : stream) {
        if (files.size() == MAX_FILES) {
          throw new PkiException(folder + ": more than " + MAX_FILES + " files");
        }
        files.add(file);
      }
    } catch (IOException failed) {
      throw new PkiException(folder + ": cannot be listed", failed);
    }
    files.sort(null);
    return files;
  }
}
