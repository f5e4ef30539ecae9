package energy.ebbflow.simulator.exi;

import energy.ebbflow.iso15118.message.text.MessageTree;
import energy.ebbflow.iso15118.message.text.XmlPrinter;
import energy.ebbflow.simulator.exi.pcap.CaptureException;
import energy.ebbflow.simulator.exi.pcap.CaptureFile;
import energy.ebbflow.simulator.exi.pcap.MessageTrace;
import energy.ebbflow.simulator.exi.pcap.Packet;
import energy.ebbflow.simulator.exi.tls.KeyLogException;
import energy.ebbflow.simulator.exi.tls.KeyLogFile;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exi trace}: prints the conversation in a network capture. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = "Print the messages in a network capture (pcap or pcapng), one line each.",
    footer = "Exit code: 0 all messages decoded, 1 one was malformed or the file is no capture.")
final class TraceCommand implements Callable<Integer> {
  @Option(names = "--verbose", description = "Print the fields of every message as XML.")
  private boolean verbose;

  @Option(
      names = "--keylog",
      paramLabel = "FILE",
      description = {
        "Secrets of the TLS connections in the capture (NSS key log, SSLKEYLOGFILE): with them",
        "the messages of TLS 1.2 and 1.3 are printed, too."
      })
  private @Nullable String keyLog;

  @Parameters(paramLabel = "FILE", description = "The capture.")
  private String input = "-";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    List<Packet> packets;
    try {
      packets = CaptureFile.read(Input.file(input));
    } catch (CaptureException e) {
      throw new BadInputException(input + ": " + e.getMessage(), e);
    }
    MessageTrace trace = new MessageTrace(secrets());
    int malformed = 0;
    double start = packets.isEmpty() ? 0 : packets.getFirst().seconds();
    for (Packet packet : packets) {
      for (MessageTrace.Line line : trace.next(packet)) {
        malformed += line.failed() ? 1 : 0;
        out.println(text(line, start));
        if (verbose && line.message().isPresent()) {
          out.println(
              XmlPrinter.indented(MessageTree.of(line.message().get())).indent(4).stripTrailing());
        }
      }
    }
    out.flush();
    return malformed == 0 ? 0 : ExiCommand.BAD_INPUT;
  }

  private KeyLogFile secrets() {
    if (keyLog == null) {
      return KeyLogFile.none();
    }
    try {
      return KeyLogFile.read(new String(Input.file(keyLog), StandardCharsets.ISO_8859_1));
    } catch (KeyLogException e) {
      throw new BadInputException(keyLog + ": " + e.getMessage(), e);
    }
  }

  private static String text(MessageTrace.Line line, double start) {
    String ends = line.from().isEmpty() ? "" : line.from() + " > " + line.to() + "  ";
    return String.format(
        java.util.Locale.ROOT,
        "%10.6f  #%d  %s%s  (%s)",
        line.packet().seconds() - start,
        line.packet().number(),
        ends,
        line.name(),
        line.detail());
  }
}
