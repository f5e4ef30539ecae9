package energy.ebbflow.ocpp.rpc;

/** Looks on at every frame, for the bench and the log. Called on the link's thread. */
@FunctionalInterface
public interface RpcTap {
  /** Which way a frame goes. */
  enum Direction {
    CS_TO_CSMS("cs>csms"),
    CSMS_TO_CS("csms>cs");

    private final String text;

    Direction(String text) {
      this.text = text;
    }

    /** As event lines spell it. */
    public String text() {
      return text;
    }
  }

  /**
   * A frame went by.
   *
   * @param type CALL, CALLRESULT, CALLERROR, CALLRESULTERROR, SEND or GARBAGE
   * @param action of a call and, where the call is known, of its answer; otherwise empty
   * @param payload JSON text; of garbage, what was wrong
   */
  void frame(Direction direction, String type, String id, String action, String payload);
}
