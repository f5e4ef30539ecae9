package energy.ebbflow.iso15118.pki;

import energy.ebbflow.iso15118.pki.CertificateMaker.Issued;
import energy.ebbflow.iso15118.pki.CertificateMaker.Role;
import energy.ebbflow.iso15118.pki.CertificateMaker.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.operator.OperatorCreationException;

/**
 * Makes every chain a bench needs, in the layout of {@link PemFolder}: a root, two sub-CAs and a
 * leaf (ISO 15118-20 Annex B, ISO 15118-2 Annex F: three levels under a root) for charger and
 * vehicle in each kind of key, contracts and the service that provisions them, OCSP responses, and
 * what misbehaves: expired, foreign and revoked. For development only: the private keys of the CAs
 * are thrown away, so nothing more can be issued.
 */
public final class DevelopmentPki {
  /** Clocks on a bench differ a little: certificates are valid from a day ago. */
  static final Duration BACKDATED = Duration.ofDays(1);

  /** How long they are valid, and the OCSP responses with them. */
  static final Duration VALIDITY = Duration.ofDays(3650);

  /** How long ago the expired ones ended. */
  static final Duration EXPIRED_SINCE = Duration.ofDays(30);

  static final String CONTRACT = "contract";
  static final String CPS = "cps";
  static final String OCSP_RESPONDER = "ocsp-responder";
  static final String TRUST_MO = "trust/mo";

  /** What was made where. */
  public record Made(String path, String what) {}

  private record Line(String domain, Issued root, Issued sub1, Issued sub2) {}

  private record Both(Line v2g, Line oem) {}

  private final Path folder;
  private final CertificateMaker maker;
  private final Span span;
  private final Span past;
  private final List<Made> made = new ArrayList<>();

  private DevelopmentPki(Path folder, Instant now, SecureRandom random) {
    this.folder = folder;
    this.maker = new CertificateMaker(random);
    this.span = new Span(now.minus(BACKDATED), now.plus(VALIDITY));
    this.past = new Span(now.minus(VALIDITY), now.minus(EXPIRED_SINCE));
  }

  /**
   * Writes all chains into {@code folder}, over what is there.
   *
   * @param now the certificates are valid around this time
   * @return what was written, one entry for each folder or file
   * @throws PkiException when a file cannot be written
   */
  public static List<Made> write(Path folder, Instant now, SecureRandom random)
      throws PkiException {
    DevelopmentPki pki = new DevelopmentPki(folder, now, random);
    try {
      pki.whole("iso2", KeyKind.SECP256R1);
      pki.charger(
          "iso2-second",
          KeyKind.SECP256R1,
          pki.line(KeyKind.SECP256R1, "V2G", "CPO", "iso2-second"));
      pki.whole("iso20", KeyKind.SECP521R1);
      pki.profile("iso20-ed448", KeyKind.ED448);
      pki.profile("iso20-p256", KeyKind.SECP256R1);
      return List.copyOf(pki.made);
    } catch (GeneralSecurityException
        | OperatorCreationException
        | OCSPException
        | IOException failed) {
      throw new PkiException(
          "the development PKI could not be made: " + failed.getMessage(), failed);
    }
  }

  /** Charger, vehicle, contract and misfits. */
  private void whole(String name, KeyKind kind)
      throws GeneralSecurityException,
          OperatorCreationException,
          OCSPException,
          IOException,
          PkiException {
    Both both = profile(name, kind);
    contract(name, kind, both.v2g);
    misfits(name, kind, both.v2g, both.oem);
    foreign(name, kind);
  }

  /** Charger and vehicle in one kind of key. */
  private Both profile(String name, KeyKind kind)
      throws GeneralSecurityException,
          OperatorCreationException,
          OCSPException,
          IOException,
          PkiException {
    Line v2g = line(kind, "V2G", "CPO", name);
    charger(name, kind, v2g);
    Line oem = line(kind, "OEM", "OEM", name);
    Issued vehicle = leaf(kind, oem, "Vehicle " + name, span);
    identity("vehicle/" + name, "vehicle, " + kind.curve(), oem, vehicle);
    anchor(PemFolder.TRUST_OEM, name, "root of vehicles", oem);
    return new Both(v2g, oem);
  }

  private void contract(String name, KeyKind kind, Line v2g)
      throws GeneralSecurityException, OperatorCreationException, IOException, PkiException {
    Line mo = line(kind, "MO", "MO", name);
    identity(
        CONTRACT + "/" + name,
        "contract, " + kind.curve(),
        mo,
        leaf(kind, mo, "DEEBBC00000001 " + name, span));
    anchor(TRUST_MO, name, "root of contracts", mo);
    Issued cps1 = maker.issue(kind, Role.SUB_CA_1, "CPS sub-CA 1 " + name, span, v2g.root);
    Issued cps2 = maker.issue(kind, Role.SUB_CA_2, "CPS sub-CA 2 " + name, span, cps1);
    Line cps = new Line("CPS", v2g.root, cps1, cps2);
    identity(
        CPS + "/" + name,
        "certificate provisioning service, " + kind.curve(),
        cps,
        leaf(kind, cps, "CPS " + name, span));
  }

  private void misfits(String name, KeyKind kind, Line v2g, Line oem)
      throws GeneralSecurityException,
          OperatorCreationException,
          OCSPException,
          IOException,
          PkiException {
    String expired = PemFolder.WRONG + "/expired/";
    identity(
        expired + "vehicle/" + name,
        "expired vehicle",
        oem,
        leaf(kind, oem, "Expired vehicle " + name, past));
    identity(
        expired + "secc/" + name,
        "expired charger",
        v2g,
        leaf(kind, v2g, "Expired SECC " + name, past));
    String revoked = PemFolder.WRONG + "/revoked/";
    Issued stolen = leaf(kind, oem, "Revoked vehicle " + name, span);
    identity(revoked + "vehicle/" + name, "revoked vehicle", oem, stolen);
    X509CRL list = maker.revoke(oem.sub2, stolen.certificate(), span);
    String file = PemFolder.TRUST_CRL + "/" + name + ".pem";
    Pem.writeRevocationList(folder.resolve(file), list);
    made.add(new Made(file, "revocation list that names the revoked vehicle"));
    Issued withdrawn = leaf(kind, v2g, "Revoked SECC " + name, span);
    identity(
        revoked + "secc/" + name, "revoked charger, its OCSP response says so", v2g, withdrawn);
    Pem.writeBytes(
        folder.resolve(revoked + "secc/" + name + "/" + PemFolder.OCSP + "/0-leaf.der"),
        maker.ocsp(v2g.sub2, v2g.sub2.certificate(), withdrawn.certificate(), span, false));
  }

  /** The same names again, by other roots that nobody trusts. */
  private void foreign(String name, KeyKind kind)
      throws GeneralSecurityException, OperatorCreationException, IOException, PkiException {
    String wrong = PemFolder.WRONG + "/foreign/";
    Line v2g = line(kind, "Foreign V2G", "CPO", name);
    identity(
        wrong + "secc/" + name,
        "charger of an unknown root",
        v2g,
        leaf(kind, v2g, "Foreign SECC " + name, span));
    Line oem = line(kind, "Foreign OEM", "OEM", name);
    identity(
        wrong + "vehicle/" + name,
        "vehicle of an unknown root",
        oem,
        leaf(kind, oem, "Foreign vehicle " + name, span));
  }

  private Line line(KeyKind kind, String root, String sub, String name)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    Issued ca =
        maker.issue(kind, Role.ROOT, "Ebbflow development " + root + " root " + name, span, null);
    Issued sub1 = maker.issue(kind, Role.SUB_CA_1, sub + " sub-CA 1 " + name, span, ca);
    Issued sub2 = maker.issue(kind, Role.SUB_CA_2, sub + " sub-CA 2 " + name, span, sub1);
    return new Line(sub, ca, sub1, sub2);
  }

  private Issued leaf(KeyKind kind, Line line, String commonName, Span valid)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    return maker.issue(
        kind, Role.LEAF, "Ebbflow development " + commonName, line.domain, valid, line.sub2);
  }

  /** A charger's chain with its OCSP responses: the leaf's by an appointed responder. */
  private void charger(String name, KeyKind kind, Line v2g)
      throws GeneralSecurityException,
          OperatorCreationException,
          OCSPException,
          IOException,
          PkiException {
    Issued secc = leaf(kind, v2g, "SECC " + name, span);
    identity("secc/" + name, "charger, " + kind.curve(), v2g, secc);
    anchor(PemFolder.TRUST_V2G, name, "root of chargers", v2g);
    Issued responder =
        maker.issue(kind, Role.OCSP_RESPONDER, "OCSP responder " + name, span, v2g.sub2);
    identity(OCSP_RESPONDER + "/" + name, "answers for the charger's certificate", v2g, responder);
    Path ocsp = folder.resolve("secc/" + name).resolve(PemFolder.OCSP);
    X509Certificate sub2 = v2g.sub2.certificate();
    X509Certificate sub1 = v2g.sub1.certificate();
    Pem.writeBytes(
        ocsp.resolve("0-leaf.der"), maker.ocsp(responder, sub2, secc.certificate(), span, true));
    Pem.writeBytes(ocsp.resolve("1-sub2.der"), maker.ocsp(v2g.sub1, sub1, sub2, span, true));
    Pem.writeBytes(
        ocsp.resolve("2-sub1.der"), maker.ocsp(v2g.root, v2g.root.certificate(), sub1, span, true));
    made.add(new Made("secc/" + name + "/" + PemFolder.OCSP, "OCSP responses for that chain"));
  }

  private void identity(String path, String what, Line line, Issued leaf) throws PkiException {
    Path target = folder.resolve(path);
    Pem.writeCertificates(
        target.resolve(PemFolder.CHAIN),
        List.of(leaf.certificate(), line.sub2.certificate(), line.sub1.certificate()));
    Pem.writeKey(target.resolve(PemFolder.KEY), leaf.keys().getPrivate());
    Pem.writeCertificates(target.resolve(PemFolder.ROOT), List.of(line.root.certificate()));
    made.add(new Made(path, what));
  }

  private void anchor(String trust, String name, String what, Line line) throws PkiException {
    String file = trust + "/" + name + "-root.pem";
    Pem.writeCertificates(folder.resolve(file), List.of(line.root.certificate()));
    made.add(new Made(file, what));
  }
}
