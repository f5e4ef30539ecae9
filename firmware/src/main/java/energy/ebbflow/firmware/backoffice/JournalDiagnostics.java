package energy.ebbflow.firmware.backoffice;

import energy.ebbflow.firmware.journal.JournalReader;
import energy.ebbflow.ocpp.errand.DiagnosticsSource;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The journal as the diagnostics log of OCPP: one entry a line. Any thread. */
public final class JournalDiagnostics implements DiagnosticsSource {
  private final Path journal;

  public JournalDiagnostics(Path journal) {
    this.journal = journal;
  }

  @Override
  public void write(Optional<Instant> from, Optional<Instant> to, OutputStream out)
      throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    JournalReader.each(
        journal,
        from.orElse(Instant.EPOCH),
        to.orElse(Instant.ofEpochMilli(Long.MAX_VALUE)),
        entry ->
            text.write(
                entry.at()
                    + " evse "
                    + entry.evse()
                    + " "
                    + entry.kind()
                    + " "
                    + entry.detail().replace('\n', ' ')
                    + "\n"));
    text.flush();
  }
}
