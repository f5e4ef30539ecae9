package energy.ebbflow.simulator.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import energy.ebbflow.simulator.facts.RunFacts;
import energy.ebbflow.simulator.timeline.Entry;
import energy.ebbflow.simulator.timeline.Ink;
import energy.ebbflow.simulator.timeline.Screen;
import energy.ebbflow.simulator.timeline.Timeline;
import energy.ebbflow.simulator.trace.TraceEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The page for people: one file that needs nothing but a browser. */
final class HtmlReport {
  private static final String TEMPLATE = "/energy/ebbflow/simulator/report/report.html";
  private static final String DATA_MARK = "\"@DATA@\"";
  private static final String TITLE_MARK = "@TITLE@";

  private HtmlReport() {}

  static String of(RunReport report, ObjectNode json, List<ObjectNode> messages) {
    ObjectNode data = json.deepCopy();
    data.set("series", Series.of(report.trace()));
    data.set("timeline", timeline(report));
    ArrayNode list = data.putArray("messageList");
    messages.forEach(list::add);
    // A script element ends at the first "</", wherever it stands; "<\/" is the same JSON text.
    String safe = data.toString().replace("</", "<\\/").replace("<!--", "<\\u0021--");
    return template()
        .replace(TITLE_MARK, escaped(report.verdict().scenario()))
        .replace(DATA_MARK, safe);
  }

  private static ArrayNode timeline(RunReport report) {
    ArrayNode entries = ReportJson.mapper().createArrayNode();
    RunFacts facts = new RunFacts();
    Timeline timeline = new Timeline(new Sheet(entries), Ink.PLAIN, facts);
    for (TraceEvent event : report.trace().events()) {
      facts.take(event);
      timeline.take(event);
    }
    timeline.finish();
    return entries;
  }

  private record Sheet(ArrayNode entries) implements Screen {
    @Override
    public void entry(Entry entry) {
      entries
          .addObject()
          .put("t", SummaryJson.rounded(entry.t()))
          .put("who", entry.who())
          .put("tone", entry.tone().name().toLowerCase())
          .put("text", entry.text());
    }

    @Override
    public void progress(String text) {
      throw new IllegalStateException("a sheet of paper has no moving line");
    }

    @Override
    public int width() {
      return Integer.MAX_VALUE;
    }

    @Override
    public boolean live() {
      return false;
    }
  }

  private static String template() {
    try (InputStream in = HtmlReport.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IllegalStateException("the report's template is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the report's template", e);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
