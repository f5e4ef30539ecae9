package energy.ebbflow.simulator.exi;

import energy.ebbflow.exi.ExiCodec;
import energy.ebbflow.exi.ExiException;
import energy.ebbflow.exi.ExiRoot;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.text.TextNode;
import energy.ebbflow.iso15118.message.text.TreeReader;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exi encode}: prints the EXI form of an XML message in hexadecimal. */
@Command(
    name = "encode",
    mixinStandardHelpOptions = true,
    description = "Print the EXI form of an XML message in hexadecimal.",
    footer = "Exit code: 0 encoded, 1 the XML is no message of the set, 2 wrong usage.")
final class EncodeCommand implements Callable<Integer> {
  @Option(
      names = "--set",
      required = true,
      paramLabel = "SET",
      converter = SetNames.class,
      completionCandidates = SetNames.class,
      description = "The schema set: ${COMPLETION-CANDIDATES}.")
  private @Nullable MessageSet set;

  @Option(names = "--fragment", description = "Write an EXI fragment, as signed parts are.")
  private boolean fragment;

  @Parameters(
      paramLabel = "FILE|-",
      description = "The XML message, as decode prints it, or - for standard input.")
  private String input = "-";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    TextNode tree = XmlTree.parse(Input.file(input));
    byte[] buffer = new byte[ExiCodec.MAX_INPUT_OCTETS];
    int length;
    try {
      length = encode(Objects.requireNonNull(set), tree, buffer);
    } catch (ExiException | IllegalArgumentException e) {
      throw new BadInputException(
          e.getMessage() == null ? "no message of the set" : e.getMessage(), e);
    }
    CommandSpec own = Objects.requireNonNull(spec);
    own.commandLine().getOut().println(HexFormat.of().formatHex(buffer, 0, length));
    own.commandLine().getOut().flush();
    return 0;
  }

  private int encode(MessageSet known, TextNode tree, byte[] buffer) {
    ExiCodec<V2gMessage> codec = known.codec();
    ExiRoot root = root(known, fragment ? codec.fragments() : codec.documents(), tree);
    Object content = TreeReader.read(root, tree);
    return fragment
        ? codec.encodeFragment(root.namespace(), root.name(), content, buffer, 0)
        : codec.encode((V2gMessage) content, buffer, 0);
  }

  private static boolean ambiguous(List<ExiRoot> roots, ExiRoot root) {
    return roots.stream()
            .filter(other -> other.name().equals(root.name()))
            .filter(other -> other.namespace().equals(root.namespace()))
            .count()
        > 1;
  }

  private static boolean leaf(TextNode tree) {
    return tree.attributes().isEmpty() && tree.children().isEmpty();
  }

  private ExiRoot root(MessageSet known, List<ExiRoot> roots, TextNode tree) {
    for (ExiRoot root : roots) {
      // A name that stands for a record and for a value is the value when it is nothing but text.
      if (root.name().equals(tree.name())
          && root.namespace().equals(tree.namespace())
          && (!ambiguous(roots, root) || root.simple() == leaf(tree))) {
        return root;
      }
    }
    throw new BadInputException(
        "{"
            + tree.namespace()
            + "}"
            + tree.name()
            + " is no "
            + (fragment ? "fragment" : "document")
            + " of "
            + known.label()
            + ", at offset 0");
  }
}
