package energy.ebbflow.simulator.ev.iso20;

import energy.ebbflow.iso15118.message.V2gMessage;

/** What several states say of an answer. */
final class Answers {
  private Answers() {}

  static Turn unexpected(TalkState state, V2gMessage answer) {
    return new Turn.Fail(
        state.name() + " expected its response, got " + answer.getClass().getSimpleName());
  }
}
