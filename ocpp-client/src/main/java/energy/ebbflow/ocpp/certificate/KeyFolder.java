package energy.ebbflow.ocpp.certificate;

import energy.ebbflow.ocpp.domain.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The private keys of the station's certificates, one file each, in a folder that only its owner
 * can read. P-256, what OCPP (A00.FR.507) and ISO 15118-2 both ask for at least.
 */
final class KeyFolder {
  private static final Logger LOG = LoggerFactory.getLogger(KeyFolder.class);

  /** Two lines of base64. */
  private static final long MAX_FILE_BYTES = 4_096;

  private static final String SUFFIX = ".key";

  private final Path folder;

  KeyFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes a key that is on disk when this returns.
   *
   * @return the name of its file
   * @throws StorageException when it could not be written
   */
  String create() {
    String name = UUID.randomUUID() + SUFFIX;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      Base64.Encoder base64 = Base64.getEncoder();
      write(
          name,
          base64.encodeToString(pair.getPrivate().getEncoded())
              + "\n"
              + base64.encodeToString(pair.getPublic().getEncoded())
              + "\n");
      return name;
    } catch (IOException | GeneralSecurityException e) {
      throw new StorageException(folder + ": a key could not be written: " + e.getMessage(), e);
    }
  }

  private void write(String name, String text) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Path draft = folder.resolve(name + ".new");
    // Made with its permissions, not given them afterwards: nobody may read it in between.
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Reads a key.
   *
   * @throws StorageException when the file is gone or no key
   */
  KeyPair read(String name) {
    Path file = folder.resolve(name);
    try {
      if (Files.size(file) > MAX_FILE_BYTES) {
        throw new IOException("expected a file under " + MAX_FILE_BYTES + " bytes");
      }
      List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
      if (lines.size() != 2) {
        throw new IOException("expected 2 lines, got " + lines.size());
      }
      KeyFactory factory = KeyFactory.getInstance("EC");
      Base64.Decoder base64 = Base64.getDecoder();
      PrivateKey secret =
          factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.get(0))));
      PublicKey open = factory.generatePublic(new X509EncodedKeySpec(base64.decode(lines.get(1))));
      return new KeyPair(open, secret);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new StorageException(file + ": the key cannot be used: " + e.getMessage(), e);
    }
  }

  /** Removes every key but these; a crash or a renewal leaves some that nobody needs. */
  void keepOnly(Set<String> names) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!names.contains(file.getFileName().toString())) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      LOG.warn("{}: a key that is not needed stays: {}", folder, e.getMessage());
    }
  }
}
