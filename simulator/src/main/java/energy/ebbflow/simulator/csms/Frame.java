package energy.ebbflow.simulator.csms;

import com.fasterxml.jackson.databind.JsonNode;

/** An OCPP-J message as it came, or what is wrong with it. */
sealed interface Frame {

  /** A request. */
  record Call(String id, String action, JsonNode payload) implements Frame {}

  /** A request that wants no answer (2.1). */
  record Send(String id, String action, JsonNode payload) implements Frame {}

  /** An answer. */
  record Result(String id, JsonNode payload) implements Frame {}

  /** A refusal of a request, or (2.1) of an answer. */
  record Fault(String id, String code, String text, boolean ofResult) implements Frame {}

  /**
   * Not a message.
   *
   * @param id the message's number if it could be read, otherwise OCPP-J's {@code -1}
   * @param code OCPP-J's error code
   */
  record Broken(String id, String code, String reason) implements Frame {

    /**
     * Whether a peer of OCPP-J 1.6 answers it: unknown message types are passed over there (4.1.3),
     * and an answer needs the id of a request.
     */
    boolean answered16() {
      return !id.equals("-1") && !code.equals("MessageTypeNotSupported");
    }
  }
}
