package energy.ebbflow.simulator.ev.iso2;

import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.iso15118.message.iso2.BodyElement;
import energy.ebbflow.iso15118.message.iso2.Iso2Message;
import energy.ebbflow.simulator.board.VirtualBoard;
import energy.ebbflow.simulator.board.VirtualBoardSpec;
import energy.ebbflow.simulator.ev.TalkBench;
import energy.ebbflow.simulator.ev.Vehicles;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvProtocol;
import java.util.List;
import java.util.stream.Stream;

/** A vehicle of ISO 15118-2 and a charger of paper. */
record Iso2Bench(PaperCharger charger, TalkBench bench) {
  static EvConfig dcVehicle() throws Exception {
    return Vehicles.speaking("dc", EvProtocol.ISO2);
  }

  static EvConfig acVehicle() throws Exception {
    return Vehicles.speaking("ac-three-phase", EvProtocol.ISO2);
  }

  static Iso2Bench dc(EvConfig config) {
    return of(new VirtualBoard(VirtualBoardSpec.dc20kW(), reading -> true), true, config);
  }

  static Iso2Bench ac(EvConfig config) {
    return of(new VirtualBoard(VirtualBoardSpec.acSocket(), reading -> true), false, config);
  }

  private static Iso2Bench of(VirtualBoard board, boolean direct, EvConfig config) {
    PaperCharger charger = new PaperCharger(board, direct);
    return new Iso2Bench(charger, new TalkBench(board, config, charger::answer));
  }

  /** The bodies of a kind that the vehicle has sent. */
  <T extends BodyElement> List<T> sent(Class<T> kind) {
    return bodies(bench.requests).filter(kind::isInstance).map(kind::cast).toList();
  }

  private static Stream<BodyElement> bodies(List<V2gMessage> messages) {
    return messages.stream()
        .filter(Iso2Message.class::isInstance)
        .flatMap(m -> ((Iso2Message) m).body().bodyElement().stream());
  }

  /** The latest body of a kind. */
  <T extends BodyElement> T last(Class<T> kind) {
    return sent(kind).getLast();
  }
}
