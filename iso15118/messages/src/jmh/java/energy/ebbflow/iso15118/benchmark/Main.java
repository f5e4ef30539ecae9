package energy.ebbflow.iso15118.benchmark;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks, and sums up by how much we are faster. */
public final class Main {
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private Main() {}

  /**
   * Runs JMH.
   *
   * @param arguments a pattern for the benchmarks and options of JMH
   */
  public static void main(String... arguments) {
    try {
      CommandLineOptions given = new CommandLineOptions(arguments);
      if (given.shouldHelp()) {
        given.showHelp();
        return;
      }
      Collection<RunResult> results =
          new Runner(new OptionsBuilder().parent(given).addProfiler(GCProfiler.class).build())
              .run();
      print(results);
    } catch (CommandLineOptionException | RunnerException e) {
      System.err.println("benchmark: " + e.getMessage());
      System.exit(2);
    } catch (java.io.IOException e) {
      System.err.println("benchmark: cannot print the options: " + e.getMessage());
      System.exit(2);
    }
  }

  private static void print(Collection<RunResult> results) {
    Map<String, Map<String, RunResult>> bySample = new TreeMap<>();
    for (RunResult result : results) {
      String benchmark = result.getParams().getBenchmark();
      bySample
          .computeIfAbsent(result.getParams().getParam("sample"), key -> new TreeMap<>())
          .put(benchmark.substring(benchmark.lastIndexOf('.') + 1), result);
    }
    System.out.printf(
        Locale.ROOT,
        "%n%-32s %10s %8s %10s   %10s %8s %10s%n",
        "message (ns, octets allocated)",
        "encode",
        "faster",
        "allocated",
        "decode",
        "faster",
        "allocated");
    bySample.forEach(
        (sample, found) -> {
          System.out.printf(Locale.ROOT, "%-32s", sample);
          column(found.get("encode"), found.get("exificientEncode"));
          column(found.get("decode"), found.get("exificientDecode"));
          System.out.println();
        });
  }

  private static void column(
      @org.jspecify.annotations.Nullable RunResult ours,
      @org.jspecify.annotations.Nullable RunResult theirs) {
    if (ours == null || theirs == null) {
      System.out.printf(" %10s %8s %10s  ", "-", "-", "-");
      return;
    }
    double time = ours.getPrimaryResult().getScore();
    double ratio = theirs.getPrimaryResult().getScore() / time;
    Result<?> allocation = ours.getSecondaryResults().get(ALLOCATION);
    System.out.printf(
        Locale.ROOT,
        " %10.1f %7.1fx %10.0f  ",
        time,
        ratio,
        allocation == null ? Double.NaN : allocation.getScore());
  }
}
