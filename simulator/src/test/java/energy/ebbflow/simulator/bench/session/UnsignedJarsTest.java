package energy.ebbflow.simulator.bench.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsignedJarsTest {
  private static final byte[] CONTENT = {1, 2, 3};

  @TempDir Path folder = Path.of("");

  /** A jar with an entry and its digest, and with the file of a signature if it is signed. */
  private Path jar(String name, boolean signed) throws IOException {
    Path jar = folder.resolve(name);
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
    Attributes digest = new Attributes();
    digest.putValue("SHA-256-Digest", "AAAA");
    manifest.getEntries().put("a/B.class", digest);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.putNextEntry(new JarEntry("a/B.class"));
      out.write(CONTENT);
      if (signed) {
        out.putNextEntry(new JarEntry("META-INF/BC2048KE.SF"));
        out.putNextEntry(new JarEntry("META-INF/BC2048KE.DSA"));
      }
    }
    return jar;
  }

  private String classPath(String given) throws IOException {
    return new UnsignedJars().replaced(given, folder.resolve("lib"));
  }

  /** The JVM caches no class of a signed jar; an unsigned one stays the file that it is. */
  @Test
  void onlySignedJarsAreReplacedAndKeepTheirContent() throws IOException {
    Path plain = jar("plain.jar", false);
    Path signed = jar("signed.jar", true);
    String replaced = classPath(plain + File.pathSeparator + signed);
    String[] entries = replaced.split(File.pathSeparator);
    assertEquals(plain.toString(), entries[0]);
    assertEquals(folder.resolve("lib/signed.jar").toString(), entries[1]);
    try (JarFile copy = new JarFile(entries[1])) {
      assertNull(copy.getEntry("META-INF/BC2048KE.SF"));
      assertNull(copy.getEntry("META-INF/BC2048KE.DSA"));
      assertTrue(copy.getManifest().getEntries().isEmpty());
      // Without it the classes for newer versions of Java would be lost.
      assertEquals(
          "true", copy.getManifest().getMainAttributes().getValue(Attributes.Name.MULTI_RELEASE));
      assertArrayEquals(CONTENT, copy.getInputStream(copy.getEntry("a/B.class")).readAllBytes());
    }
  }
}
