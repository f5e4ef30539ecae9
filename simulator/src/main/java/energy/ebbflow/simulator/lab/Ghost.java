package energy.ebbflow.simulator.lab;

import energy.ebbflow.iso15118.message.MessageSet;
import energy.ebbflow.iso15118.message.V2gMessage;
import energy.ebbflow.simulator.cable.StationTerminals;
import energy.ebbflow.simulator.ev.body.VehicleBody;
import energy.ebbflow.simulator.ev.machine.EvMachine;
import energy.ebbflow.simulator.ev.model.EvConfig;
import energy.ebbflow.simulator.ev.model.EvEffect;
import energy.ebbflow.simulator.ev.model.EvInput;

/**
 * A second vehicle that claims the pilot line of the first: it hears the line (crosstalk of the
 * power-line communication, or somebody with bad intent) and speaks over its own connection, but
 * what it does to its own plug never reaches the station.
 */
final class Ghost {
  private final Lab lab;
  private final VehicleBody body;
  private EvMachine machine;
  private long link;
  private boolean linkOpen;

  Ghost(Lab lab, EvConfig config) {
    this.lab = lab;
    this.body = new VehicleBody(config.body());
    this.machine = EvMachine.initial(config, lab.time());
  }

  /** Time has passed; what it shows at its plug is nobody's business. */
  void tick(StationTerminals station) {
    body.exchange(station);
    step(new EvInput.Tick());
  }

  /** It holds the one connection the charger takes. */
  boolean connected() {
    return linkOpen;
  }

  boolean owns(long number) {
    return linkOpen && number == link;
  }

  void hear(V2gMessage response) {
    if (linkOpen) {
      step(new EvInput.Received(response));
    }
  }

  void closed(String reason) {
    if (linkOpen) {
      linkOpen = false;
      step(new EvInput.LinkDown(reason));
    }
  }

  /** It is gone, and its connection with it. */
  void vanish() {
    if (linkOpen) {
      linkOpen = false;
      lab.lost(link, "the second vehicle is gone");
    }
  }

  private void step(EvInput input) {
    EvMachine.Step step = machine.step(input, body.view(), lab.time());
    if (!step.next().state().equals(machine.state())) {
      lab.note("ghost", step.next().state());
    }
    machine = step.next();
    step.effects().forEach(this::carryOut);
  }

  private void carryOut(EvEffect effect) {
    switch (effect) {
      case EvEffect.Plug plug -> body.plug(plug.in());
      case EvEffect.Ready ready -> body.ready(ready.closed());
      case EvEffect.Contactor contactor -> body.contactor(contactor.close());
      case EvEffect.Allow allow -> body.allow(allow.phase1(), allow.phase2(), allow.phase3());
      case EvEffect.Charge charge -> body.charged(charge.soc());
      case EvEffect.Discover _ -> lab.soon(() -> step(new EvInput.Found()));
      case EvEffect.Connect _ -> lab.soon(this::connect);
      case EvEffect.Send send -> send(send.request());
      case EvEffect.SendHalf _, EvEffect.SendBytes _ -> lab.brokenFrame(link);
      case EvEffect.ResetLink _, EvEffect.CloseLink _ -> vanish();
      case EvEffect.Note _, EvEffect.Left _ -> {}
    }
  }

  private void connect() {
    if (lab.lineTaken()) {
      step(new EvInput.LinkDown("another vehicle's session is active"));
      return;
    }
    link = lab.accept();
    linkOpen = true;
    step(new EvInput.LinkUp(false));
  }

  private void send(V2gMessage request) {
    MessageSet set = Wire.setOf(request);
    lab.note("ghost>evse", Wire.name(request));
    long to = link;
    byte[] bytes = lab.encode(request);
    lab.soon(
        () -> {
          if (owns(to)) {
            lab.deliver(to, new Tamper.Piece(set, bytes));
          }
        });
  }
}
