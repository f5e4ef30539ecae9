package energy.ebbflow.iso15118.secc;

import energy.ebbflow.exi.Octets;
import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.charge.ChargeProgress;
import energy.ebbflow.iso15118.message.iso2.loop.ChargingStatusRequest;
import energy.ebbflow.iso15118.message.iso2.service.EnergyTransferMode;
import energy.ebbflow.iso15118.message.iso20.Processing;
import energy.ebbflow.iso15118.secc.din.DinDrive;
import energy.ebbflow.iso15118.secc.iso20.ControlMode;
import energy.ebbflow.iso15118.secc.iso20.EnergyService;
import energy.ebbflow.iso15118.transport.Sets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** What a vehicle that does everything right sends to an {@link ObedientStation}, as bytes. */
public enum HonestRun {
  ISO20_DC(true, "urn:iso:std:iso:15118:-20:DC", 1, MessageSet.ISO20),
  ISO20_AC(false, "urn:iso:std:iso:15118:-20:AC", 1, MessageSet.ISO20),
  ISO2_DC(true, Iso2Drive.ISO2, 2, MessageSet.ISO2),
  ISO2_AC(false, Iso2Drive.ISO2, 2, MessageSet.ISO2),
  DIN(true, DinDrive.DIN, 2, MessageSet.DIN);

  /** One message; {@code set} says in which stream it travels. */
  public record Move(MessageSet set, byte[] bytes) {}

  private static final int LOOPS = 3;
  private static final int BYTES_MAX = 4_096;

  /** The outlet is DC. */
  public final boolean dc;

  private final String namespace;
  private final int major;
  private final MessageSet set;
  private List<Move> moves = List.of();

  HonestRun(boolean dc, String namespace, int major, MessageSet set) {
    this.dc = dc;
    this.namespace = namespace;
    this.major = major;
    this.set = set;
  }

  /** The set that the payload type of SAP carries once this protocol is agreed. */
  Optional<MessageSet> legacySet() {
    return set == MessageSet.ISO20 ? Optional.empty() : Optional.of(set);
  }

  /** A station that speaks everything its outlet can. */
  public SeccConfig config() {
    return config(SeccTiming.STANDARD);
  }

  /** The same with other deadlines. */
  public SeccConfig config(SeccTiming timing) {
    return new SeccConfig(
        dc
            ? EnumSet.of(VehicleProtocol.ISO20_DC, VehicleProtocol.ISO2, VehicleProtocol.DIN)
            : EnumSet.of(VehicleProtocol.ISO20_AC, VehicleProtocol.ISO2),
        dc
            ? List.of(EnergyService.DC_BPT, EnergyService.DC)
            : List.of(EnergyService.AC_BPT, EnergyService.AC),
        List.of(ControlMode.DYNAMIC, ControlMode.SCHEDULED),
        2,
        Optional.of("meter-1"),
        true,
        false,
        timing);
  }

  /** The same every time; made when first asked for. */
  public List<Move> moves() {
    if (moves.isEmpty()) {
      moves = made();
    }
    return moves;
  }

  private List<Move> made() {
    List<V2gMessage> messages = new ArrayList<>();
    messages.add(Requests.sap(namespace, major));
    messages.addAll(
        switch (this) {
          case ISO20_DC, ISO20_AC -> iso20();
          case ISO2_DC, ISO2_AC -> iso2();
          case DIN -> din();
        });
    return messages.stream().map(HonestRun::move).toList();
  }

  static Move move(V2gMessage message) {
    MessageSet set = Sets.of(message);
    byte[] buffer = new byte[BYTES_MAX];
    int length = set.codec().encode(message, buffer, 0);
    return new Move(set, Arrays.copyOf(buffer, length));
  }

  private List<V2gMessage> iso20() {
    Requests first = new Requests(Requests.ZERO);
    Requests car = new Requests(Octets.of(Drive.SESSION_ID));
    int service = dc ? Requests.DC_BPT : Requests.AC_BPT;
    List<V2gMessage> run =
        new ArrayList<>(
            List.of(
                first.setup(),
                car.authorizationSetup(),
                car.authorization(),
                car.authorization(),
                car.discovery(),
                car.detail(service),
                car.select(service, Requests.DYNAMIC_SET),
                dc ? car.bptParameters() : car.acParameters(11_000),
                car.dynamicSchedule()));
    if (dc) {
      run.addAll(
          List.of(car.cableCheck(), car.cableCheck(), car.preCharge(370), car.preCharge(370)));
    }
    run.add(car.power(energy.ebbflow.iso15118.message.iso20.power.ChargeProgress.START));
    for (int i = 0; i < LOOPS; i++) {
      run.add(dc ? car.loop() : car.acLoop());
    }
    run.add(car.power(energy.ebbflow.iso15118.message.iso20.power.ChargeProgress.STOP));
    if (dc) {
      run.add(car.welding(Processing.FINISHED));
    }
    run.add(car.stop(energy.ebbflow.iso15118.message.iso20.session.ChargingSession.TERMINATE));
    return run;
  }

  private List<V2gMessage> iso2() {
    Iso2Drive car = dc ? Iso2Drive.dc() : Iso2Drive.ac();
    List<V2gMessage> run = new ArrayList<>();
    run.add(car.message(car.setup()));
    car.sessionId = Octets.of(Drive.SESSION_ID);
    for (var body :
        List.of(
            car.discovery(),
            car.payment(
                energy.ebbflow.iso15118.message.iso2.service.PaymentOption.EXTERNAL_PAYMENT, 1),
            car.authorization(),
            car.authorization(),
            dc ? car.dcParameters(EnergyTransferMode.DC_EXTENDED, 400) : car.acParameters(32))) {
      run.add(car.message(body));
    }
    if (dc) {
      for (var body :
          List.of(car.cableCheck(), car.cableCheck(), car.preCharge(370), car.preCharge(370))) {
        run.add(car.message(body));
      }
    }
    run.add(car.message(car.power(ChargeProgress.START)));
    for (int i = 0; i < LOOPS; i++) {
      run.add(car.message(dc ? car.demand(30, 380) : new ChargingStatusRequest()));
    }
    run.add(car.message(car.power(ChargeProgress.STOP)));
    if (dc) {
      run.add(car.message(car.welding()));
    }
    run.add(
        car.message(
            car.stop(energy.ebbflow.iso15118.message.iso2.session.ChargingSession.TERMINATE)));
    return run;
  }

  private static List<V2gMessage> din() {
    DinDrive car = DinDrive.car();
    List<V2gMessage> run = new ArrayList<>();
    run.add(car.message(car.setup()));
    car.sessionId = Octets.of(Drive.SESSION_ID);
    for (var body :
        List.of(
            car.discovery(),
            car.payment(
                energy.ebbflow.iso15118.message.din.service.PaymentOption.EXTERNAL_PAYMENT, 1),
            car.authentication(),
            car.authentication(),
            car.parameters(
                energy.ebbflow.iso15118.message.din.service.EvRequestedEnergyTransfer.DC_EXTENDED,
                400),
            car.cableCheck(),
            car.cableCheck(),
            car.preCharge(370),
            car.preCharge(370),
            car.power(true),
            car.demand(30, 380),
            car.demand(30, 380),
            car.demand(30, 380),
            car.power(false),
            car.welding(),
            car.stop())) {
      run.add(car.message(body));
    }
    return run;
  }
}
