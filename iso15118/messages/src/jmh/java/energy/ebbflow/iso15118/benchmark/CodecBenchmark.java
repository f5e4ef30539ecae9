package energy.ebbflow.iso15118.benchmark;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.iso15118.message.V2gMessage;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One message, encoded and decoded by us and by EXIficient. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx512m", "-Xss16m", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow"})
public class CodecBenchmark {
  /** Which message. */
  @Param public Sample sample = Sample.CURRENT_DEMAND_REQ;

  private final byte[] buffer = new byte[1 << 16];
  private V2gMessage message = sample.message();
  private ExiCodec<V2gMessage> codec = sample.set().codec();
  private byte[] exi = {};
  private @org.jspecify.annotations.Nullable Exificient exificient;

  /** For JMH. */
  public CodecBenchmark() {}

  /** Encodes the message once on both sides, which must agree. */
  @Setup
  public void prepare() {
    message = sample.message();
    codec = sample.set().codec();
    exi = Arrays.copyOf(buffer, codec.encode(message, buffer, 0));
    Exificient peer = new Exificient(sample.schema());
    peer.learn(exi);
    if (!Arrays.equals(exi, peer.encode())) {
      throw new IllegalStateException("the two sides do not write the same octets for " + sample);
    }
    exificient = peer;
  }

  /** Our encoder. */
  @Benchmark
  public int encode() {
    return codec.encode(message, buffer, 0);
  }

  /** Our decoder. */
  @Benchmark
  public V2gMessage decode() {
    return codec.decode(exi, 0, exi.length);
  }

  /** EXIficient's encoder. */
  @Benchmark
  public byte[] exificientEncode() {
    return java.util.Objects.requireNonNull(exificient).encode();
  }

  /** EXIficient's decoder. */
  @Benchmark
  public int exificientDecode() {
    return java.util.Objects.requireNonNull(exificient).decode(exi);
  }
}
