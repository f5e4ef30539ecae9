package energy.ebbflow.simulator.straight;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A switch over types, as {@link java.lang.runtime.SwitchBootstraps#typeSwitch} defines it: the
 * index of the first label from a given one on that the value is an instance of, their number if
 * there is none, -1 for null.
 */
record TypeSwitch(MethodTypeDesc type, List<ClassDesc> labels) implements Made {
  TypeSwitch {
    labels = List.copyOf(labels);
  }

  /** Empty for a switch that has other labels than types. */
  static Optional<Made> of(InvokeDynamicInstruction call) {
    List<ClassDesc> labels = new ArrayList<>();
    for (ConstantDesc label : call.bootstrapArgs()) {
      if (!(label instanceof ClassDesc named && named.isClassOrInterface())) {
        return Optional.empty();
      }
      labels.add(named);
    }
    return Optional.of(new TypeSwitch(call.typeSymbol(), labels));
  }

  @Override
  public void write(CodeBuilder code) {
    int value = code.parameterSlot(0);
    int from = code.parameterSlot(1);
    code.aload(value)
        .ifThen(java.lang.classfile.Opcode.IFNULL, none -> none.loadConstant(-1).ireturn());
    for (int i = 0; i < labels.size(); i++) {
      Label next = code.newLabel();
      code.aload(value).instanceOf(labels.get(i)).ifeq(next);
      if (i > 0) {
        code.iload(from).loadConstant(i).if_icmpgt(next);
      } else {
        code.iload(from).ifgt(next);
      }
      code.loadConstant(i).ireturn();
      code.labelBinding(next);
    }
    code.loadConstant(labels.size()).ireturn();
  }
}
