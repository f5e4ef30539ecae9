package energy.ebbflow.simulator.exi;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.ExiException;
import energy.ebbflow.exi.ExiFragment;
import energy.ebbflow.exi.ExiRoot;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.text.JsonPrinter;
import energy.ebbflow.iso15118.message.text.MessageTree;
import energy.ebbflow.iso15118.message.text.XmlPrinter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exi decode}: prints an EXI message as XML or JSON. */
@Command(
    name = "decode",
    mixinStandardHelpOptions = true,
    description = "Print an EXI message as XML with the standard's names.",
    footer = "Exit code: 0 decoded, 1 the message is malformed, 2 wrong usage.")
final class DecodeCommand implements Callable<Integer> {
  @Option(
      names = "--set",
      paramLabel = "SET",
      converter = SetNames.class,
      completionCandidates = SetNames.class,
      description = "The schema set: ${COMPLETION-CANDIDATES}.")
  private @Nullable MessageSet set;

  @Option(
      names = "--fragment",
      description = "The message is an EXI fragment, as signed parts are.")
  private boolean fragment;

  @Option(names = "--json", description = "Print JSON instead of XML.")
  private boolean json;

  @Option(
      names = "--xsd",
      paramLabel = "FILE",
      description = "Decode with this schema, of a maker's own extension, instead of a set.")
  private @Nullable Path xsd;

  @Parameters(
      paramLabel = "HEX|FILE|-",
      description = "The message in hexadecimal, a file with it, or - for standard input.")
  private String input = "-";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec own = java.util.Objects.requireNonNull(spec);
    if ((set == null) == (xsd == null)) {
      throw new ParameterException(own.commandLine(), "expected either --set or --xsd");
    }
    if (xsd != null && json) {
      throw new ParameterException(own.commandLine(), "--json needs --set, a known schema");
    }
    byte[] message = Input.message(input);
    String text =
        xsd != null
            ? UnknownSchema.decode(xsd, message, fragment)
            : decode(java.util.Objects.requireNonNull(set), message);
    own.commandLine().getOut().println(text);
    own.commandLine().getOut().flush();
    return 0;
  }

  private String decode(MessageSet known, byte[] message) {
    ExiCodec<V2gMessage> codec = known.codec();
    try {
      if (fragment) {
        ExiFragment decoded = codec.decodeFragment(message, 0, message.length);
        ExiRoot root = codec.declaration(decoded);
        return json
            ? JsonPrinter.of(root, decoded.content())
            : XmlPrinter.indented(MessageTree.of(root, decoded.content()));
      }
      V2gMessage decoded = codec.decode(message, 0, message.length);
      return json
          ? JsonPrinter.of(codec.rootName(decoded), decoded)
          : XmlPrinter.indented(MessageTree.of(decoded));
    } catch (ExiException e) {
      throw new BadInputException(e.getMessage() == null ? "malformed" : e.getMessage(), e);
    }
  }
}
