package energy.ebbflow.ocpp.v16.core;

import energy.ebbflow.ocpp.json.Text;
import energy.ebbflow.ocpp.json.WireEnum;
import java.time.Instant;
import java.util.Optional;

/** What the back office says of a tag. */
public record IdTagInfo(
    Optional<Instant> expiryDate, @Text(max = 20) Optional<String> parentIdTag, Status status) {
  /** Whether a tag may charge. */
  public enum Status implements WireEnum {
    ACCEPTED("Accepted"),
    BLOCKED("Blocked"),
    EXPIRED("Expired"),
    INVALID("Invalid"),
    CONCURRENT_TX("ConcurrentTx");
    private final String wire;

    Status(String wire) {
      this.wire = wire;
    }

    @Override
    public String wire() {
      return wire;
    }
  }
}
