package energy.ebbflow.iso15118.transport.tls;

import energy.ebbflow.iso15118.pki.Identity;
import energy.ebbflow.iso15118.pki.PemFolder;
import energy.ebbflow.iso15118.pki.PkiException;
import energy.ebbflow.iso15118.pki.Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.bouncycastle.tls.crypto.impl.bc.BcTlsCrypto;

/**
 * A process with a token: puts the charger's keys into it, deletes their files, and shakes hands.
 */
public final class TokenCharger {
  private TokenCharger() {}

  /** Arguments: folder of a development PKI, PKCS#11 module, file for the PIN. */
  public static void main(String[] arguments) throws Exception {
    Path pki = Path.of(arguments[0]);
    Path pin = Files.writeString(Path.of(arguments[2]), "4711\n");
    // First of all: a token that is open does not ask again.
    wrongPin(pki, arguments[1], pin);
    Provider provider =
        Security.getProvider("SunPKCS11")
            .configure("--name = fill\nlibrary = " + arguments[1] + "\nslotListIndex = 0\n");
    KeyStore token = KeyStore.getInstance("PKCS11", provider);
    token.load(null, "4711".toCharArray());
    for (Profile profile : Profile.values()) {
      Identity file = PemFolder.forCharger(pki).identity(profile).orElseThrow();
      String label = "secc-" + profile.folder();
      token.setKeyEntry(label, plain(file), null, plain(file.chain()));
      Path folder = pki.resolve("secc").resolve(profile.folder());
      Files.delete(folder.resolve("key.pem"));
      uri(folder, label, arguments[1], pin);
    }
    handshakes(pki);
    uri(pki.resolve("secc/iso20"), "nobody", arguments[1], pin);
    tell("no such object", pki);
  }

  /** The key in the JDK's own form: its token provider takes no other. */
  private static PrivateKey plain(Identity identity) throws GeneralSecurityException {
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(identity.key().getEncoded()));
  }

  private static X509Certificate[] plain(List<X509Certificate> chain)
      throws GeneralSecurityException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (X509Certificate each : chain) {
      certificates.add(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(each.getEncoded())));
    }
    return certificates.toArray(X509Certificate[]::new);
  }

  private static void uri(Path folder, String label, String module, Path pin) throws IOException {
    Files.writeString(
        folder.resolve("key.uri"),
        "pkcs11:object=" + label + "?module-path=" + module + "&pin-source=" + pin + "\n");
  }

  private static void handshakes(Path pki) throws Exception {
    Instant now = Instant.now();
    TlsCrypto crypto = new BcTlsCrypto(new SecureRandom());
    ChargerTls charger = ChargerTls.of(PemFolder.forCharger(pki), true, new SecureRandom());
    Material vehicle = Material.read(PemFolder.forVehicle(pki));
    for (Profile profile : Profile.values()) {
      ChargerPeer server = charger.peer();
      Set<Profile> one = Set.of(profile);
      VehiclePeer client = new VehiclePeer(crypto, vehicle, one, Suite.codes(one), now);
      boolean done = TlsWarmUp.shakeHands(server, client);
      boolean inToken = charger.material().all(profile).getFirst().inToken();
      System.out.println(
          profile.folder()
              + ": "
              + done
              + (inToken ? ", key in token, " : ", key in memory, ")
              + client.summary());
    }
    VehiclePeer client =
        new VehiclePeer(
            crypto,
            vehicle,
            Set.of(Profile.ISO2),
            new int[] {CipherSuite.TLS_ECDH_ECDSA_WITH_AES_128_CBC_SHA256},
            now);
    try {
      TlsWarmUp.shakeHands(charger.peer(), client);
      System.out.println("static: done");
    } catch (IOException refused) {
      System.out.println("static: " + TlsFailure.describe(refused));
    }
  }

  private static void wrongPin(Path pki, String module, Path pin) throws IOException {
    Path folder = pki.resolve("secc/iso20");
    Path wrong = Files.writeString(pin.resolveSibling("wrong-pin"), "0000\n");
    uri(folder, "secc-iso20", module, wrong);
    tell("wrong pin", pki);
    Files.delete(folder.resolve("key.uri"));
  }

  private static void tell(String what, Path pki) {
    try {
      PemFolder.forCharger(pki).identities(Profile.ISO20);
      System.out.println(what + ": accepted");
    } catch (PkiException refused) {
      String message = String.valueOf(refused.getMessage());
      System.out.println(what + message.substring(message.indexOf("key.uri") + 7));
    }
  }
}
