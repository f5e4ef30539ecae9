package energy.ebbflow.firmware.backoffice;

import energy.ebbflow.ocpp.errand.FirmwareInstaller;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Firmware by a program of the board's system: {@code PROGRAM install IMAGE}, {@code PROGRAM
 * confirm}, {@code PROGRAM rollback}. It ends with 0 when it is done, with 3 when the station has
 * to restart for it, with anything else when it failed; then its output says why. Blocks; for a
 * thread of its own.
 */
public final class ProgramInstaller implements FirmwareInstaller {
  /** Exit code of a program whose work counts after a restart. */
  static final int RESTART = 3;

  /** Writing an image to a slow card takes minutes, not longer. */
  static final long MAX_MINUTES = 30;

  /** Most of the program's output that an error repeats. */
  private static final int MAX_OUTPUT_BYTES = 2_000;

  private final Path program;

  public ProgramInstaller(Path program) {
    this.program = program;
  }

  @Override
  public boolean install(Path image) throws IOException {
    return run("install", image.toAbsolutePath().toString());
  }

  @Override
  public void confirm() throws IOException {
    run("confirm");
  }

  @Override
  public void rollBack() throws IOException {
    run("rollback");
  }

  /** Returns whether a restart is needed. */
  private boolean run(String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(List.of(words));
    Path output = Files.createTempFile("installer", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .start();
      try {
        if (!process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)) {
          throw new IOException(program + ": expected an end in " + MAX_MINUTES + " min");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(program + ": interrupted", e);
      } finally {
        process.destroyForcibly();
      }
      int code = process.exitValue();
      if (code != 0 && code != RESTART) {
        throw new IOException(
            program
                + " "
                + words[0]
                + ": expected 0 or "
                + RESTART
                + ", got "
                + code
                + ": "
                + said(output));
      }
      return code == RESTART;
    } finally {
      Files.deleteIfExists(output);
    }
  }

  private static String said(Path output) throws IOException {
    try (InputStream in = Files.newInputStream(output)) {
      return new String(in.readNBytes(MAX_OUTPUT_BYTES), StandardCharsets.UTF_8).strip();
    }
  }
}
