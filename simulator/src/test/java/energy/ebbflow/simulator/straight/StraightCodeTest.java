package energy.ebbflow.simulator.straight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import energy.ebbflow.firmware.evse.Evse;
import energy.ebbflow.hal.BoardConfig;
import energy.ebbflow.iec61851.PilotMachine;
import energy.ebbflow.iso15118.secc.SeccSession;
import energy.ebbflow.simulator.lab.Campaign;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is rewritten does the same as before, and nothing is linked by name at run time any more.
 */
class StraightCodeTest {
  private static final ClassLoader CLASS_PATH = StraightCodeTest.class.getClassLoader();

  /** Classes from bytes; what it has not, its parent has. */
  private static final class Rewritten extends ClassLoader {
    private final Map<String, byte[]> classes;

    Rewritten(Map<String, byte[]> classes) {
      super(CLASS_PATH);
      this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        byte[] bytes = classes.get(name.replace('.', '/') + ".class");
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null || bytes == null) {
          return loaded != null ? loaded : super.loadClass(name, resolve);
        }
        return defineClass(name, bytes, 0, bytes.length);
      }
    }
  }

  /** Every class of the folder or jar that a class comes from, by its file's name. */
  private static Map<String, byte[]> classesBeside(Class<?> one) throws Exception {
    Path place = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    Map<String, byte[]> classes = new TreeMap<>();
    if (Files.isDirectory(place)) {
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
          String name = place.relativize(file).toString().replace(File.separatorChar, '/');
          classes.put(name, Files.readAllBytes(file));
        }
      }
    } else {
      try (JarFile jar = new JarFile(place.toFile())) {
        for (JarEntry entry : Collections.list(jar.entries())) {
          if (entry.getName().endsWith(".class")) {
            classes.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
          }
        }
      }
    }
    classes.remove("module-info.class");
    return classes;
  }

  private static Map<String, byte[]> sample() throws IOException {
    Map<String, byte[]> classes = new HashMap<>();
    List<Class<?>> all = new ArrayList<>(List.of(Sample.class.getDeclaredClasses()));
    all.add(Sample.class);
    for (Class<?> each : all) {
      String name = each.getName().replace('.', '/') + ".class";
      try (InputStream bytes = CLASS_PATH.getResourceAsStream(name)) {
        classes.put(name, bytes == null ? new byte[0] : bytes.readAllBytes());
      }
    }
    return classes;
  }

  private static String said(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // Services are looked for by the loader of the thread: they are rewritten, too.
    thread.setContextClassLoader(type.getClassLoader());
    try {
      return String.valueOf(((Supplier<?>) constructor.newInstance()).get());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Call sites left in a class, by the name of their bootstrap method. */
  private static List<String> linked(byte[] bytes) {
    List<String> found = new ArrayList<>();
    for (MethodModel method : ClassFile.of().parse(bytes).methods()) {
      method
          .code()
          .ifPresent(
              code ->
                  code.forEach(
                      element -> {
                        if (element instanceof InvokeDynamicInstruction call) {
                          found.add(
                              call.bootstrapMethod().methodName()
                                  + " "
                                  + call.name().stringValue());
                        }
                      }));
    }
    return found;
  }

  @Test
  void rewrittenCodeDoesTheSame() throws Exception {
    Class<?> rewritten =
        new Rewritten(new StraightCode(CLASS_PATH).rewrite(sample()))
            .loadClass(Sample.class.getName());
    assertNotSame(Sample.class, rewritten);
    assertEquals(said(Sample.class), said(rewritten));
  }

  /** The same sessions with the same faults, through rewritten classes of every machine. */
  @Test
  void rewrittenMachinesRunTheSameSessions() throws Exception {
    Map<String, byte[]> classes = new TreeMap<>();
    for (Class<?> module :
        List.of(
            Evse.class,
            SeccSession.class,
            PilotMachine.class,
            BoardConfig.class,
            Campaign.class,
            Replay.class)) {
      classes.putAll(new StraightCode(CLASS_PATH).rewrite(classesBeside(module)));
    }
    String plain = said(Replay.class);
    assertTrue(plain.contains("seed 6: passed"), plain.substring(0, 200));
    Class<?> replay = new Rewritten(classes).loadClass(Replay.class.getName());
    assertNotSame(Replay.class, replay);
    assertEquals(plain, said(replay));
  }

  /** Lambdas, switches over types, and equality of records: the three that every pass runs. */
  @Test
  void onlyWhatPeopleReadIsStillLinkedAtRunTime() throws Exception {
    List<String> left = new ArrayList<>();
    for (Class<?> module : List.of(Evse.class, SeccSession.class)) {
      new StraightCode(CLASS_PATH)
          .rewrite(classesBeside(module))
          .values()
          .forEach(bytes -> left.addAll(linked(bytes)));
    }
    left.removeIf(site -> site.equals("bootstrap toString"));
    assertTrue(left.size() < 10, left.toString());
  }

  /** The verifier of the JVM takes every rewritten class, and a class of no interest stays. */
  @Test
  void everyClassOfTheFirmwareIsLinkedByTheVirtualMachine() throws Exception {
    Map<String, byte[]> classes = classesBeside(Evse.class);
    Rewritten loader = new Rewritten(new StraightCode(CLASS_PATH).rewrite(classes));
    for (String file : classes.keySet()) {
      String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
      if (!name.endsWith("package-info")) {
        assertEquals(name, Class.forName(name, true, loader).getName());
      }
    }
    byte[] plain = classes.get("energy/ebbflow/firmware/power/Precedence.class");
    Map<String, byte[]> again =
        new StraightCode(CLASS_PATH)
            .rewrite(Map.of("energy/ebbflow/firmware/power/P.class", plain));
    assertArrayEquals(plain, again.get("energy/ebbflow/firmware/power/P.class"));
  }
}
