package energy.ebbflow.simulator.bench.kills;

/** The board file of a station that is killed: one AC outlet whose vehicles come and go. */
final class KillBoardFile {
  /** Tag that is shown at once for each vehicle. */
  static final String TOKEN = "04A1B2C3D4";

  private KillBoardFile() {}

  /**
   * The text.
   *
   * @param subprotocol the only dialect
   */
  static String text(String subprotocol) {
    return """
    name = "Station that is killed"
    driver = "simulated"

    [[evse]]
    id = 1
    evse_id = "DE*EBB*E0001*1"
    kind = "ac"
    connector = "type2"
    cable = "socket"
    contactor_amps_max = 40
    fuse_amps_max = 40
    phases = 3
    volts_nominal = 230

    [evse.ac]
    amps_max = 32

    [evse.vehicle]
    protocols = ["iec61851"]

    [ocpp]
    identity = "EBBFLOW-KILL"
    dialects = ["%s"]

    [firmware]
    auto_authorise_token = "%s"
    stand_alone = "everybody"
    silence_seconds = 3
    """
        .formatted(subprotocol, TOKEN);
  }
}
