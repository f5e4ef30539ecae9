package energy.ebbflow.simulator.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the files of a report. */
public final class ReportWriter {
  private ReportWriter() {}

  /**
   * Writes {@code report.json}, {@code messages.jsonl}, {@code report.html}, and {@code
   * events.jsonl}: every event line of the three processes in the order of time.
   *
   * @param folder made if it is not there
   * @throws IOException if it cannot be written
   */
  public static void write(Path folder, RunReport report, MessageDecoder decoder)
      throws IOException {
    Files.createDirectories(folder);
    ObjectNode json = ReportJson.of(report);
    List<ObjectNode> messages = MessageLines.of(report.trace(), decoder);
    Files.writeString(
        folder.resolve("report.json"),
        ReportJson.mapper()
                .writer()
                .with(SerializationFeature.INDENT_OUTPUT)
                .writeValueAsString(json)
            + "\n");
    StringBuilder lines = new StringBuilder();
    messages.forEach(message -> lines.append(message).append('\n'));
    Files.writeString(folder.resolve("messages.jsonl"), lines);
    StringBuilder events = new StringBuilder();
    report.trace().events().forEach(event -> events.append(event.body()).append('\n'));
    Files.writeString(folder.resolve("events.jsonl"), events);
    Files.writeString(folder.resolve("report.html"), HtmlReport.of(report, json, messages));
  }
}
