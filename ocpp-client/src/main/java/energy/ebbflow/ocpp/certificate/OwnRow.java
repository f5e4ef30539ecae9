package energy.ebbflow.ocpp.certificate;

import java.util.Optional;

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
