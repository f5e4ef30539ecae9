package energy.ebbflow.iso15118.pki;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** Reads and writes PEM files. */
final class Pem {
  /** Largest PEM file we read, bytes. */
  static final long MAX_FILE_BYTES = 256 * 1024;

  /** Most certificates in a file. */
  static final int MAX_CERTIFICATES = 32;

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private static final Provider BC = new BouncyCastleProvider();

  private Pem() {}

  static List<X509Certificate> certificates(Path file) throws PkiException {
    List<X509Certificate> certificates = new ArrayList<>();
    for (Object part : parse(file)) {
      if (part instanceof X509CertificateHolder holder) {
        try {
          certificates.add(
              new JcaX509CertificateConverter().setProvider(BC).getCertificate(holder));
        } catch (CertificateException unreadable) {
          throw new PkiException(file + ": unreadable certificate", unreadable);
        }
      }
    }
    if (certificates.isEmpty()) {
      throw new PkiException(file + ": expected at least one CERTIFICATE, none found");
    }
    return certificates;
  }

  /** Revocation lists of a PEM file. */
  static List<X509CRL> revocationLists(Path file) throws PkiException {
    List<X509CRL> lists = new ArrayList<>();
    for (Object part : parse(file)) {
      if (part instanceof X509CRLHolder holder) {
        try {
          lists.add(new JcaX509CRLConverter().setProvider(BC).getCRL(holder));
        } catch (CRLException unreadable) {
          throw new PkiException(file + ": unreadable revocation list", unreadable);
        }
      }
    }
    if (lists.isEmpty()) {
      throw new PkiException(file + ": expected at least one X509 CRL, none found");
    }
    return lists;
  }

  static PrivateKey privateKey(Path file) throws PkiException {
    JcaPEMKeyConverter converter = new JcaPEMKeyConverter().setProvider(BC);
    for (Object part : parse(file)) {
      try {
        if (part instanceof PEMKeyPair pair) {
          return converter.getPrivateKey(pair.getPrivateKeyInfo());
        }
        if (part instanceof PrivateKeyInfo info) {
          return converter.getPrivateKey(info);
        }
      } catch (IOException unreadable) {
        throw new PkiException(file + ": unreadable private key", unreadable);
      }
    }
    throw new PkiException(file + ": expected an unencrypted PRIVATE KEY, none found");
  }

  static void writeCertificates(Path file, List<X509Certificate> certificates) throws PkiException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      for (X509Certificate certificate : certificates) {
        writer.writeObject(certificate);
      }
    } catch (IOException failed) {
      throw new PkiException(file + ": certificate not written", failed);
    }
    write(file, text.toString(), false);
  }

  static void writeRevocationList(Path file, X509CRL list) throws PkiException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(list);
    } catch (IOException failed) {
      throw new PkiException(file + ": revocation list not written", failed);
    }
    write(file, text.toString(), false);
  }

  /** Bytes as they are, for OCSP responses. */
  static void writeBytes(Path file, byte[] bytes) throws PkiException {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException failed) {
      throw new PkiException(file + ": cannot be written", failed);
    }
  }

  /** A small file whole. */
  static byte[] bytes(Path file) throws PkiException {
    try {
      requireSmall(file);
      return Files.readAllBytes(file);
    } catch (IOException failed) {
      throw new PkiException(
          file + ": cannot be read (" + failed.getClass().getSimpleName() + ")", failed);
    }
  }

  private static void requireSmall(Path file) throws IOException, PkiException {
    long size = Files.size(file);
    if (size > MAX_FILE_BYTES) {
      throw new PkiException(
          file + ": a file has at most " + MAX_FILE_BYTES + " bytes, this has " + size);
    }
  }

  static void writeKey(Path file, PrivateKey key) throws PkiException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      PrivateKeyInfo whole = PrivateKeyInfo.getInstance(key.getEncoded());
      // Without the public key that Bouncy Castle adds to Ed448: OpenSSL 3.0 cannot read that form.
      PrivateKeyInfo plain =
          new PrivateKeyInfo(whole.getPrivateKeyAlgorithm(), whole.parsePrivateKey());
      writer.writeObject(new PKCS8Generator(plain, null));
    } catch (IOException failed) {
      throw new PkiException(file + ": key not written", failed);
    }
    write(file, text.toString(), true);
  }

  private static void write(Path file, String text, boolean secret) throws PkiException {
    try {
      Files.createDirectories(file.getParent());
      Files.deleteIfExists(file);
      if (secret && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        // Created with its rights: a key is never readable by others, not even for a moment.
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      }
      Files.writeString(file, text, StandardCharsets.US_ASCII);
    } catch (IOException failed) {
      throw new PkiException(file + ": cannot be written", failed);
    }
  }

  private static List<Object> parse(Path file) throws PkiException {
    List<Object> parts = new ArrayList<>();
    try {
      requireSmall(file);
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.US_ASCII);
          PEMParser parser = new PEMParser(reader)) {
        Object part;
        while ((part = parser.readObject()) != null) {
          if (parts.size() == MAX_CERTIFICATES) {
            throw new PkiException(file + ": more than " + MAX_CERTIFICATES + " PEM parts");
          }
          parts.add(part);
        }
      }
    } catch (IOException failed) {
      throw new PkiException(
          file + ": cannot be read as PEM (" + failed.getClass().getSimpleName() + ")", failed);
    }
    return parts;
  }
}
