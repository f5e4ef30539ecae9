package energy.ebbflow.ocpp.token;

import java.time.Instant;
import java.util.Optional;

/**
 * What the back office said of a token.
 *
 * @param status its own word; {@link #ACCEPTED} is yes
 * @param expires until when that holds, where it said so
 * @param group that it belongs to, where it said so (C09)
 */
public record TokenVerdict(String status, Optional<Instant> expires, Optional<String> group) {
  public TokenVerdict {
    // An empty group is none: nobody is of one party with everybody.
    group = group.filter(name -> !name.isBlank());
  }

  /** Of a token without a group. */
  public TokenVerdict(String status, Optional<Instant> expires) {
    this(status, expires, Optional.empty());
  }

  /** Spelling of yes in every dialect. */
  public static final String ACCEPTED = "Accepted";

  /**
   * What was just said, whenever it ends: an answer that must not be remembered ends at once (2.1
   * C17.FR.01).
   */
  public boolean says(String word) {
    return status.equals(word);
  }

  /** Whether the token may charge at this moment by what was said once. */
  public boolean accepts(Instant now) {
    return status.equals(ACCEPTED) && expires.map(now::isBefore).orElse(true);
  }
}
