//! Every wish a key can express: its name in settings, from which its texts follow (`command-call`,
//! `command-call-help`). What a wish does is the panes' business.

/// Where the keys go when no overlay and no field takes them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Focus {
    /// The columns of the pipeline, or what stands in their place.
    #[default]
    Columns,
    /// The keys of the table of contacts, where that stands in their place.
    Table,
    /// The dossier beside them.
    Dossier,
    /// The checklist of a deal.
    Checklist,
}

impl Focus {
    /// Every focus.
    pub const ALL: [Self; 4] = [Self::Columns, Self::Table, Self::Dossier, Self::Checklist];
    /// The panes, in the order of Tab.
    pub const PANES: [Self; 3] = [Self::Columns, Self::Dossier, Self::Checklist];

    /// Its table in `keys.toml`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Columns => "columns",
            Self::Table => "table",
            Self::Dossier => "dossier",
            Self::Checklist => "checklist",
        }
    }
}

macro_rules! commands {
    ($($(#[$doc:meta])* $command:ident $name:literal;)*) => {
        /// A wish.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command { $($(#[$doc])* $command,)* }

        impl Command {
            /// Every wish, in the order of the help.
            pub const ALL: &'static [Self] = &[$(Self::$command),*];

            /// Its name in `keys.toml` and in text keys.
            pub fn name(self) -> &'static str {
                match self { $(Self::$command => $name,)* }
            }

            /// Key of its short name.
            pub fn text(self) -> &'static str {
                match self { $(Self::$command => concat!("command-", $name),)* }
            }

            /// Key of its line in the help.
            pub fn help(self) -> &'static str {
                match self { $(Self::$command => concat!("command-", $name, "-help"),)* }
            }
        }
    };
}

commands! {
    /// To the column on the left.
    Left "left";
    /// To the column on the right.
    Right "right";
    /// One up.
    Up "up";
    /// One down.
    Down "down";
    /// A page up.
    PageUp "page_up";
    /// A page down.
    PageDown "page_down";
    /// To the first.
    First "first";
    /// To the last.
    Last "last";
    /// Fold the column, or unfold it.
    Fold "fold";
    /// Show the lost deals.
    LostColumn "lost_column";
    /// Choose which cards to look at.
    Filter "filter";
    /// Look at all of them.
    Widen "widen";
    /// The list of the day.
    Today "today";
    /// The columns.
    Pipeline "pipeline";
    /// The table of contacts.
    Contacts "contacts";
    /// The next tab.
    NextTab "next_tab";
    /// The tab before.
    PreviousTab "previous_tab";
    /// Put the table in order by the column under the cursor, or the other way round.
    Sort "sort";
    /// Type a query: whom to show.
    Query "query";
    /// The queries that were kept.
    Segments "segments";
    /// Leave somebody for later.
    Skip "skip";
    /// Spread a list too full over the days after it.
    Spread "spread";
    /// The list of the day as a sheet to print.
    Print "print";
    /// Mark the card for what is done to many.
    Mark "mark";
    /// Mark the whole column.
    MarkColumn "mark_column";
    /// Leave the mouse to the terminal, or have it again.
    Mouse "mouse";
    /// Open the card, edit the field.
    Open "open";
    /// Back to where one came from.
    Back "back";
    /// To the next pane.
    NextPane "next_pane";
    /// To the pane before.
    PreviousPane "previous_pane";
    /// Note a call.
    Call "call";
    /// Note anything else that happened.
    Note "note";
    /// Note a mail.
    Mail "mail";
    /// Note an appointment or a visit.
    Meeting "meeting";
    /// Fix the next step.
    NextStep "next_step";
    /// Answer the checklist.
    Qualify "qualify";
    /// Another checklist for the deal, or for all.
    Framework "framework";
    /// Validé.
    Confirmed "confirmed";
    /// À confirmer.
    Assumed "assumed";
    /// Non.
    Denied "denied";
    /// Put the deal on another stage.
    Stage "stage";
    /// One stage back.
    StageBack "stage_back";
    /// One stage on.
    StageForward "stage_forward";
    /// A quote was sent.
    Quote "quote";
    /// Bought.
    Won "won";
    /// Lost, and why.
    Lost "lost";
    /// A new contact, with or without a deal.
    NewContact "new_contact";
    /// A new deal with this contact.
    NewDeal "new_deal";
    /// A sequence follows the deal, or no longer.
    Sequence "sequence";
    /// Put a tag on the people.
    Tag "tag";
    /// Opposed on a channel.
    Oppose "oppose";
    /// A complaint, or how it was settled.
    Complain "complain";
    /// A colleague looks after it from now on.
    HandOver "hand_over";
    /// Who decides, influences, uses, pays; who brought them; where they work.
    Relate "relate";
    /// Set aside, or bring back.
    Archive "archive";
    /// Every field of the person and the deal.
    Sheet "sheet";
    /// What passed between us.
    Exchanges "exchanges";
    /// Quotes and purchases.
    Quotes "quotes";
    /// Who said what when, and what stood there before.
    Past "past";
    /// Delete the deal, the contact or the company.
    Delete "delete";
    /// Forget the person for good.
    Forget "forget";
    /// The one box.
    Find "find";
    /// Take the entry under the cursor back.
    TakeBack "take_back";
    /// Give the exchange under the cursor to somebody else.
    MoveEntry "move_entry";
    /// Take the last act back.
    Undo "undo";
    /// Bring it back.
    Redo "redo";
    /// Texts that were never validated.
    Drafts "drafts";
    /// Copy what is under the cursor.
    Copy "copy";
    /// Validate.
    Save "save";
    /// Read a file in.
    Import "import";
    /// Everything anybody did, to be taken back.
    History "history";
    /// The records that look alike.
    Doubles "doubles";
    /// Whose data may not be kept any longer.
    Retention "retention";
    /// The numbers of the score.
    Settings "settings";
    /// The first hour, begun or ended.
    Tour "tour";
    /// What the keys do.
    Help "help";
    /// Draw everything again.
    Redraw "redraw";
    /// Leave.
    Quit "quit";
}

impl Command {
    /// The wish of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|command| command.name() == name)
    }

    /// Moving about: nothing the box needs to offer.
    pub fn is_move(self) -> bool {
        use Command::{Back, Down, First, Last, Left, NextPane, Open, PageDown, PageUp, PreviousPane, Right, Up};
        let panes = matches!(self, Open | Back | NextPane | PreviousPane);
        panes || matches!(self, Left | Right | Up | Down | PageUp | PageDown | First | Last)
    }

    /// An action on a person, a company or a deal: from the call to the opposition and what stands beside it in the list.
    pub fn is_about_somebody(self) -> bool {
        let place = |wanted| Self::ALL.iter().position(|command| *command == wanted);
        let about = place(Self::Call)..place(Self::Find);
        about.contains(&place(self)) && !self.is_answer() && self != Self::NewContact
    }

    /// Only means something on the checklist.
    pub fn is_answer(self) -> bool {
        matches!(self, Self::Confirmed | Self::Assumed | Self::Denied)
    }
}
