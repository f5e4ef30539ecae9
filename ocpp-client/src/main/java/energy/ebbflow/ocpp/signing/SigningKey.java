package energy.ebbflow.ocpp.signing;

import energy.ebbflow.ocpp.domain.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * The station's key for meter values: ECDSA on secp256r1. Made on first use and kept in a file that
 * only its owner can read; the private key never leaves this class. Thread-safe.
 */
public final class SigningKey {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** A key file is two lines of base64; anything longer is none. */
  private static final long MAX_FILE_BYTES = 4_096;

  private final PrivateKey privateKey;
  private final PublicKey publicKey;

  private SigningKey(PrivateKey privateKey, PublicKey publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /**
   * Reads the key, or makes it when the file is absent.
   *
   * @throws StorageException when the file is no key or cannot be written
   */
  public static SigningKey open(Path file) {
    try {
      return Files.exists(file) ? read(file) : create(file);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new StorageException(
          file
              + ": the key for meter values cannot be used ("
              + e.getMessage()
              + "); the back office link does not start. Restore the file, or remove it to begin"
              + " a new key, which the back office must be told of",
          e);
    }
  }

  private static SigningKey read(Path file) throws IOException, GeneralSecurityException {
    if (Files.size(file) > MAX_FILE_BYTES) {
      throw new IllegalArgumentException("expected a file under " + MAX_FILE_BYTES + " bytes");
    }
    String[] lines = Files.readString(file, StandardCharsets.US_ASCII).strip().split("\n");
    if (lines.length != 2) {
      throw new IllegalArgumentException("expected 2 lines, got " + lines.length);
    }
    KeyFactory factory = KeyFactory.getInstance("EC");
    Base64.Decoder base64 = Base64.getDecoder();
    return new SigningKey(
        factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines[0].strip()))),
        factory.generatePublic(new X509EncodedKeySpec(base64.decode(lines[1].strip()))));
  }

  private static SigningKey create(Path file) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    Base64.Encoder base64 = Base64.getEncoder();
    String text =
        base64.encodeToString(pair.getPrivate().getEncoded())
            + "\n"
            + base64.encodeToString(pair.getPublic().getEncoded())
            + "\n";
    Path draft = Path.of(file + ".new");
    Files.deleteIfExists(draft);
    // Made with its permissions, not given them afterwards: nobody may read it in between.
    Files.createFile(draft, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    return new SigningKey(pair.getPrivate(), pair.getPublic());
  }

  /** An ASN.1 DER signature, SHA-256. */
  byte[] sign(byte[] data) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(privateKey);
      signature.update(data);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("ECDSA on secp256r1 is part of every JDK", e);
    }
  }

  /** The public key, X.509 SubjectPublicKeyInfo in DER. */
  public byte[] publicKeyDer() {
    return publicKey.getEncoded();
  }
}
