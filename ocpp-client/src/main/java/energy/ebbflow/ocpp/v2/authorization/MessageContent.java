package energy.ebbflow.ocpp.v2.authorization;

import energy.ebbflow.ocpp.json.Text;
import java.util.Optional;

/** A text for the user. */
public record MessageContent(
    MessageFormat format,
    @Text(max = 8) Optional<String> language,
    @Text(max = 1024, v201 = 512) String content) {}
