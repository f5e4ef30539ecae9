package energy.ebbflow.simulator.bench.session;

/**
 * The board file of the safety benchmark: one DC outlet for the load, three AC outlets to probe.
 */
final class ProbeBoardFile {
  private static final String AC =
      """

      [[evse]]
      id = %d
      evse_id = "DE*EBB*E0001*%d"
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
      """;

  static final String TEXT =
      """
      name = "Safety benchmark"
      driver = "probe"

      [[evse]]
      id = 1
      evse_id = "DE*EBB*E0001*1"
      kind = "dc"
      connector = "ccs2"
      cable = "tethered"
      cable_amps_max = 80
      contactor_amps_max = 80
      fuse_amps_max = 40
      phases = 3
      volts_nominal = 230

      [evse.dc]
      volts_min = 150
      volts_max = 500
      charge_amps_max = 60
      charge_watts_max = 20000
      discharge_amps_max = 60
      discharge_watts_max = 20000
      """
          + AC.formatted(2, 2)
          + AC.formatted(3, 3)
          + AC.formatted(4, 4)
          + """

          [ocpp]
          identity = "EBBFLOW-PROBE"

          [iso15118]
          tls = "required"

          [energy]
          discharge = "everybody"

          [firmware]
          auto_authorise_token = "04A1B2C3D4"
          stand_alone = "everybody"
          silence_seconds = 3
          """;

  private ProbeBoardFile() {}
}
