package energy.ebbflow.simulator.bench.session;

import energy.ebbflow.simulator.straight.StraightCode;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.sqlite.util.OSInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Copies the signed jars of a class path without their signatures, and our own with straight code.
 * The JVM takes no class of a signed jar into its ahead-of-time cache, and checks the signatures of
 * thousands of entries at every start; OpenJDK asks for no signature of a provider of cryptography.
 * Straight code is what the firmware's compiler makes quick: see {@link StraightCode}.
 */
@Command(
    name = "unsign",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = {
      "Prints a class path in which the signed jars are replaced by unsigned copies, and our own",
      "by copies with straight code."
    })
public final class UnsignedJars implements Callable<Integer> {
  private static final String META = "META-INF/";
  private static final String OWN = "energy/ebbflow/";

  /** Where the driver of SQLite keeps its native libraries in its jar. */
  private static final String SQLITE = "org/sqlite/native/";

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the copies go; it is made.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call().
  private Path out;

  @Parameters(paramLabel = "CLASSPATH", description = "The class path.")
  private String classPath = "";

  @Override
  public Integer call() throws IOException {
    System.out.println(replaced(classPath, out));
    return 0;
  }

  /** The class path with copies in {@code folder} for its signed jars. */
  String replaced(String given, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> entries = new ArrayList<>();
    for (String entry : given.split(File.pathSeparator)) {
      entries.add(unsigned(Path.of(entry), folder).toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static Path unsigned(Path jar, Path out) throws IOException {
    if (!jar.toString().endsWith(".jar")) {
      return jar;
    }
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      if (file.getEntry(SQLITE) != null) {
        library(file, out);
      }
      boolean own = file.getEntry(OWN) != null;
      if (!own && Collections.list(file.entries()).stream().noneMatch(UnsignedJars::signature)) {
        return jar;
      }
      Path copy = out.resolve(jar.getFileName());
      // Whoever starts meanwhile sees the old copy or the new one.
      Path fresh = Files.createTempFile(out, "jar", null);
      try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(fresh))) {
        copy(file, own ? straightened(file) : Map.of(), target);
      }
      Files.move(fresh, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    }
  }

  /**
   * The library of SQLite for this machine, beside the copies. Otherwise its driver unpacks it into
   * the folder of temporary files at every start, and compares it with what is in the jar.
   */
  private static void library(JarFile file, Path out) throws IOException {
    String name = System.mapLibraryName("sqlitejdbc");
    JarEntry entry =
        file.getJarEntry(SQLITE + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name);
    if (entry == null) {
      return;
    }
    Path fresh = Files.createTempFile(out, "library", null);
    try (InputStream library = file.getInputStream(entry)) {
      Files.copy(library, fresh, StandardCopyOption.REPLACE_EXISTING);
    }
    Files.move(fresh, out.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Our classes by their entries, rewritten, and those that were made for them. */
  private static Map<String, byte[]> straightened(JarFile file) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    for (JarEntry entry : Collections.list(file.entries())) {
      if (entry.getName().startsWith(OWN) && entry.getName().endsWith(".class")) {
        classes.put(entry.getName(), file.getInputStream(entry).readAllBytes());
      }
    }
    return new StraightCode(ClassLoader.getSystemClassLoader()).rewrite(classes);
  }

  private static void copy(JarFile file, Map<String, byte[]> classes, OutputStream target)
      throws IOException {
    Manifest manifest = file.getManifest();
    // The digests of the entries; the main section stays.
    manifest.getEntries().clear();
    try (JarOutputStream jar = new JarOutputStream(target, manifest)) {
      for (JarEntry entry : Collections.list(file.entries())) {
        if (signature(entry)
            || classes.containsKey(entry.getName())
            || entry.getName().equals(JarFile.MANIFEST_NAME)) {
          continue;
        }
        ZipEntry copied = new ZipEntry(entry.getName());
        copied.setTime(entry.getTime());
        jar.putNextEntry(copied);
        file.getInputStream(entry).transferTo(jar);
        jar.closeEntry();
      }
      for (Map.Entry<String, byte[]> each : classes.entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey());
        entry.setTime(0);
        jar.putNextEntry(entry);
        jar.write(each.getValue());
        jar.closeEntry();
      }
    }
  }

  private static boolean signature(ZipEntry entry) {
    String name = entry.getName().toUpperCase(Locale.ROOT);
    return name.startsWith(META)
        && name.indexOf('/', META.length()) < 0
        && (name.endsWith(".SF")
            || name.endsWith(".RSA")
            || name.endsWith(".DSA")
            || name.endsWith(".EC"));
  }
}
