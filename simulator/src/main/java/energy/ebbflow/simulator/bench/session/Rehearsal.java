package energy.ebbflow.simulator.bench.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * One session with the firmware in which the JVM learns what it loads and runs; when the firmware
 * ends, it writes its ahead-of-time cache. The launcher calls it after a build.
 */
@Command(
    name = "rehearse",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Lets the firmware run one session and write its ahead-of-time cache.")
public final class Rehearsal implements Callable<Integer> {
  @Option(
      names = "--cache",
      required = true,
      paramLabel = "FILE",
      description = "Where the cache goes.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before call().
  private Path cache;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "2..*",
      description = "The firmware's command line up to and with `run`.")
  private List<String> program = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    List<String> learning = new ArrayList<>(program);
    // No profiles of methods: the firmware's compiler has no use for them, and they take memory.
    learning.addAll(
        1,
        List.of(
            "-XX:AOTCacheOutput=" + cache,
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTRecordTraining"));
    try (Scratch scratch = Scratch.make()) {
      new Measurement(learning, scratch.folder(), Plan.REHEARSAL, Optional.empty(), line -> {})
          .figures(Optional.of(scratch.pki()));
    }
    return cache.toFile().isFile() ? 0 : 1;
  }
}
