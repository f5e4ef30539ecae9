package energy.ebbflow.simulator.bench.kills;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * The accounts of one station with one outlet, as a back office hears of it, and what is wrong with
 * them. Pure; belongs to one thread.
 */
interface Tally {
  /** The dialect it is for. */
  String subprotocol();

  /**
   * Books a call.
   *
   * @return the payload of the answer; empty when it belongs to no transaction
   */
  Optional<String> book(String action, JsonNode payload);

  /** The transaction that runs and charges, as a back office calls it; JSON. */
  Optional<String> charging();

  /** Messages of transactions, each counted once. */
  int events();

  /** Messages that came again with the same content. */
  int repeated();

  /** Transactions, each counted once. */
  int transactions();

  /**
   * What is wrong, one line each, when the station has sent all it had.
   *
   * @param witnessed what lay on its disk at some kill
   */
  List<String> faults(List<Witness.Promise> witnessed);
}
