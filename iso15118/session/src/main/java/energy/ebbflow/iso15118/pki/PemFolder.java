package energy.ebbflow.iso15118.pki;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Credentials in PEM files. One folder serves both sides of a bench:
 *
 * <pre>
 * secc/iso20/chain.pem key.pem      what the charger shows (secc/iso2 likewise)
 * vehicle/iso20/chain.pem key.pem   what the vehicle shows
 * trust/v2g/*.pem                   roots the vehicle trusts
 * trust/oem/*.pem                   roots the charger trusts
 * </pre>
 *
 * A charger in the field has {@code secc} and {@code trust/oem} only.
 */
public final class PemFolder implements Credentials {
  static final String CHAIN = "chain.pem";
  static final String KEY = "key.pem";
  static final String SECC = "secc";
  static final String VEHICLE = "vehicle";
  static final String TRUST_V2G = "trust/v2g";
  static final String TRUST_OEM = "trust/oem";

  /** Most files in a trust folder. */
  static final int MAX_ROOT_FILES = 64;

  private final Path identities;
  private final Path roots;

  private PemFolder(Path identities, Path roots) {
    this.identities = identities;
    this.roots = roots;
  }

  /** The charger's credentials in {@code folder}. */
  public static PemFolder forCharger(Path folder) {
    return new PemFolder(folder.resolve(SECC), folder.resolve(TRUST_OEM));
  }

  /** The vehicle's credentials in {@code folder}. */
  public static PemFolder forVehicle(Path folder) {
    return new PemFolder(folder.resolve(VEHICLE), folder.resolve(TRUST_V2G));
  }

  @Override
  public Optional<Identity> identity(Profile profile) throws PkiException {
    Path folder = identities.resolve(profile.folder());
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    List<X509Certificate> chain = Pem.certificates(folder.resolve(CHAIN));
    PrivateKey key = Pem.privateKey(folder.resolve(KEY));
    if (!key.getAlgorithm().replace("ECDSA", "EC").equals(publicAlgorithm(chain.getFirst()))) {
      throw new PkiException(
          folder.resolve(KEY)
              + ": expected a key for the "
              + publicAlgorithm(chain.getFirst())
              + " certificate in "
              + CHAIN
              + ", this is "
              + key.getAlgorithm());
    }
    return Optional.of(new Identity(key, chain));
  }

  @Override
  public List<X509Certificate> trustAnchors(Profile profile) throws PkiException {
    List<X509Certificate> anchors = new ArrayList<>();
    if (!Files.isDirectory(roots)) {
      return anchors;
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(roots, "*.pem")) {
      for (Path file : stream) {
        if (files.size() == MAX_ROOT_FILES) {
          throw new PkiException(roots + ": more than " + MAX_ROOT_FILES + " files");
        }
        files.add(file);
      }
    } catch (IOException failed) {
      throw new PkiException(roots + ": cannot be listed", failed);
    }
    files.sort(null);
    for (Path file : files) {
      anchors.addAll(Pem.certificates(file));
    }
    return anchors;
  }

  private static String publicAlgorithm(X509Certificate certificate) {
    return certificate.getPublicKey().getAlgorithm().replace("ECDSA", "EC");
  }
}
