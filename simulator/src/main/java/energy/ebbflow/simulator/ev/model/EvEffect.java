package energy.ebbflow.simulator.ev.model;

import energy.ebbflow.iso15118.message.V2gMessage;

/** What the vehicle's machine wants done, in order. */
public sealed interface EvEffect {
  /** Put the plug in or pull it out. */
  record Plug(boolean in) implements EvEffect {}

  /** Close (C) or open (B) the switch of the pilot line. */
  record Ready(boolean closed) implements EvEffect {}

  /** Drive the vehicle's DC contactor. */
  record Contactor(boolean close) implements EvEffect {}

  /** Let the on-board charger draw so much on each phase, A; below 0 the vehicle gives. */
  record Allow(double phase1, double phase2, double phase3) implements EvEffect {
    /** The same on all phases. */
    public Allow(double amps) {
      this(amps, amps, amps);
    }
  }

  /** The battery has another state of charge, 0 to 1, from now on. */
  record Charge(double soc) implements EvEffect {}

  /** Look for a charger by SDP; answered by Found or NotFound. */
  record Discover() implements EvEffect {}

  /** Connect to the charger that was found; answered by LinkUp or LinkDown. */
  record Connect() implements EvEffect {}

  /** Send a request. */
  record Send(V2gMessage request) implements EvEffect {}

  /** Send only the first half of a request's frame. */
  record SendHalf(V2gMessage request) implements EvEffect {}

  /** Send bytes as they are. */
  record SendBytes(byte[] bytes) implements EvEffect {}

  /** Reset the connection. */
  record ResetLink() implements EvEffect {}

  /** End the connection in order. */
  record CloseLink() implements EvEffect {}

  /** Something a person may want to read. */
  record Note(String text) implements EvEffect {}

  /** The user's plan is done: the vehicle has left. */
  record Left() implements EvEffect {}
}
