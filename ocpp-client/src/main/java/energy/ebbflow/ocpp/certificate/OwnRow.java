package energy.ebbflow.ocpp.certificate;

import energy.ebbflow.ocpp.json.JsonFault;
import energy.ebbflow.ocpp.json.RecordReader;
import energy.ebbflow.ocpp.json.RecordWriter;
import energy.ebbflow.ocpp.json.StrictJson;
import energy.ebbflow.ocpp.json.WireVersion;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a certificate of the station lies in the store: one row, so that it changes wholly or not at
 * all.
 *
 * @param key file of its key
 * @param chain PEM, the station's certificate first
 * @param formerKey the one before it, until the new one has proved itself
 * @param formerChain as {@code chain}
 * @param pendingKey asked for, not signed yet
 */
public record OwnRow(
    Optional<String> key,
    Optional<String> chain,
    Optional<String> formerKey,
    Optional<String> formerChain,
    Optional<String> pendingKey) {
  static final OwnRow NONE =
      new OwnRow(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final Logger LOG = LoggerFactory.getLogger(OwnRow.class);

  /** As the store has it; one that cannot be read is told and counts as none. */
  static OwnRow read(Optional<String> text) {
    if (text.isEmpty()) {
      return NONE;
    }
    try {
      return RecordReader.forgiving(WireVersion.STORE)
          .read(StrictJson.parse(text.get()), OwnRow.class);
    } catch (JsonFault e) {
      LOG.error("a certificate of the store is not used: {}", e.text());
      return NONE;
    }
  }

  /** For the store. */
  String text() {
    return StrictJson.write(new RecordWriter(WireVersion.STORE).write(this));
  }

  OwnRow asked(String pending) {
    return new OwnRow(key, chain, formerKey, formerChain, Optional.of(pending));
  }

  OwnRow signed(String newChain) {
    return new OwnRow(pendingKey, Optional.of(newChain), key, chain, Optional.empty());
  }

  OwnRow proved() {
    return new OwnRow(key, chain, Optional.empty(), Optional.empty(), pendingKey);
  }

  OwnRow backToFormer() {
    return new OwnRow(formerKey, formerChain, Optional.empty(), Optional.empty(), pendingKey);
  }
}
